import { z } from 'zod'
import { matchAgencies, sureTarget } from '../domain/agency-matching.ts'
import type { Candidate } from '../domain/agency-nearness.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { NameTarget } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { UnknownName } from '../domain/ports/unknown-names.ts'
import { shorten } from '../domain/shorten.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { readDirectory } from './agencies.ts'
import { createFromName, dayOfName, explainName, type MeaningStores, settleKnown } from './name-meaning.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = keyof MeaningStores | 'dialogs'
type NameStores = Pick<Stores, Needs>

/** The bot waits for the name of an agency. */
export const nameDialog = 'unknown-name'

const waitMinutes = 30
const labelLength = 48

/** /tenla: the names that plans use and nobody knows, one after the other. */
export const showNames: Handler<Needs> = async (request, _typed, stores) => {
  requireManager(request)
  const settled = await settleKnown(request, stores)
  return askNext(request, { at: 0, said: settled }, stores)
}

/** The same from a button. */
export const openNames: Handler<Needs> = (request, _input, stores) => showNames(request, '', stores)

/** "Để sau": the next one; this one keeps waiting. */
export const pressLater: Handler<Needs> = async (request, nameId, stores) => {
  requireManager(request)
  return askNext(request, { at: (await placeOf(nameId, stores)) + 1, said: [] }, stores)
}

/** "Tạo đơn vị mới". */
export const pressCreate: Handler<Needs> = async (request, nameId, stores) => {
  requireManager(request)
  const unknown = await stores.unknownNames.find(nameId)
  if (unknown === null) return [{ text: request.m.agencies.nameGone() }]
  const at = await placeOf(nameId, stores)
  return askNext(request, { at, said: await createFromName(request, unknown, stores) }, stores)
}

/** One of the nearest: "<name>:<a or g, and the end of the agency's or group's id>". */
export const pressMeaning: Handler<Needs> = async (request, input, stores) => {
  requireManager(request)
  const [nameId = '', wanted = ''] = input.split(':')
  const unknown = await stores.unknownNames.find(nameId)
  if (unknown === null) return [{ text: request.m.agencies.nameGone() }]
  return explain(request, { unknown, meaning: await findTarget(wanted, stores) }, stores)
}

const dialogData = z.object({ nameId: z.string() })

/** A typed name, or the number of a choice where choices are buttons. */
export const typeMeaning: Handler<Needs, { readonly text: string; readonly data: unknown }> = async (
  request,
  { text, data },
  stores,
) => {
  requireManager(request)
  const { nameId } = dialogData.parse(data)
  const unknown = await stores.unknownNames.find(nameId)
  if (unknown === null) return [{ text: request.m.agencies.nameGone() }]
  const candidates = await nearestTo(request, unknown.name, unknown, stores)
  const numbered = /^\d{1,2}$/.test(text) ? candidates[Number(text) - 1] : undefined
  if (numbered !== undefined) return explain(request, { unknown, meaning: numbered }, stores)
  const directory = await readDirectory(stores)
  const [match] = matchAgencies([text], directory, request.today)
  const meaning = sureTarget(match)
  if (meaning !== null) return explain(request, { unknown, meaning }, stores)
  const nearest = match !== undefined && 'candidates' in match ? match.candidates : []
  const said = request.m.agencies.notFound({ typed: text, nearest: nearest.map(({ name }) => name) })
  return [{ text: said, buttons: choicesOf(request, unknown.id, nearest) }]
}

const requireManager = ({ person }: Request): void => {
  if (!may(person.memberships, 'manage-agencies')) throw new AppError('not-allowed', {})
}

const explain = async (
  request: Request,
  { unknown, meaning }: { readonly unknown: UnknownName; readonly meaning: Parameters<typeof explainName>[2] },
  stores: NameStores,
): Promise<readonly Reply[]> => {
  const at = await placeOf(unknown.id, stores)
  const said = await explainName(request, unknown, meaning, stores)
  // What was learned may be what another name waited for.
  return askNext(request, { at, said: [...said, ...(await settleKnown(request, stores))] }, stores)
}

const placeOf = async (nameId: string, { unknownNames }: Pick<Stores, 'unknownNames'>): Promise<number> =>
  Math.max(
    0,
    (await unknownNames.list()).findIndex(({ id }) => id === nameId),
  )

/** What was done, and the next question when there is one. */
const askNext = async (
  request: Request,
  { at, said }: { readonly at: number; readonly said: readonly Rich[] },
  stores: NameStores,
): Promise<readonly Reply[]> => {
  const { m, chat, person, now } = request
  const all = await stores.unknownNames.list()
  const unknown = all[at]
  const done: readonly Reply[] = said.length === 0 ? [] : [{ text: lines(said) }]
  if (unknown === undefined) {
    await stores.dialogs.remove(chat.id, person.id)
    return [...done, { text: all.length === 0 ? m.agencies.noNames() : m.agencies.noMoreNames() }]
  }
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  await stores.dialogs.save(chat.id, person.id, { kind: nameDialog, data: { nameId: unknown.id } }, expiresAt)
  return [...done, await askAbout(request, { unknown, at: at + 1, of: all.length }, stores)]
}

const askAbout = async (
  request: Request,
  { unknown, at, of }: { readonly unknown: UnknownName; readonly at: number; readonly of: number },
  stores: NameStores,
): Promise<Reply> => {
  const { m } = request
  const plans = [...Map.groupBy(unknown.waiting, ({ planId }) => planId).values()].map((tasks) => ({
    plan: tasks[0]?.planNumber || m.plans.noNumber,
    numbers: tasks.map(({ number }) => number),
    lines: tasks.map(({ line }) => line),
  }))
  const candidates = await nearestTo(request, unknown.name, unknown, stores)
  const text = m.agencies.ask({ name: unknown.name, at, of, waiting: plans, draftLines: unknown.draftLines })
  return { text, buttons: choicesOf(request, unknown.id, candidates) }
}

const nearestTo = async (
  request: Request,
  name: string,
  unknown: UnknownName,
  stores: Pick<Stores, 'agencies'>,
): Promise<readonly Candidate[]> => {
  const [match] = matchAgencies([name], await readDirectory(stores), dayOfName(request, unknown))
  return match !== undefined && 'candidates' in match ? match.candidates : []
}

/** An action holds 64 bytes: the end of an id, which is its random part, is enough inside one workspace. */
const idEnd = 12

const choicesOf = (
  { m }: Request,
  nameId: string,
  candidates: readonly Candidate[],
): readonly (readonly Button[])[] => [
  ...candidates.map(({ target, name, former }) => [
    {
      label: shorten(former ? m.agencies.former(name) : name, labelLength),
      action: `un-is:${nameId}:${target.kind.charAt(0)}${target.id.slice(-idEnd)}`,
    },
  ]),
  [
    { label: m.agencies.create, action: `un-new:${nameId}` },
    { label: m.agencies.later, action: `un-later:${nameId}` },
  ],
]

/** What a button names; it may be forged, so only this workspace's own directory is asked. */
const findTarget = async (
  wanted: string,
  stores: Pick<Stores, 'agencies'>,
): Promise<{ readonly target: NameTarget; readonly name: string }> => {
  const { agencies, groups } = await readDirectory(stores)
  const kind = wanted.startsWith('g') ? 'group' : 'agency'
  const end = wanted.slice(1)
  const found = (kind === 'group' ? groups : agencies).find(({ id }) => end.length === idEnd && id.endsWith(end))
  if (found === undefined) throw new AppError('button-stale', {})
  return { target: { kind, id: found.id }, name: found.name }
}
