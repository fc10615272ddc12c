import { z } from 'zod'
import { matchAgencies, sureTarget } from '../domain/agency-matching.ts'
import { AppError } from '../domain/errors.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type MergeChoices, readChoices, writeChoices } from '../domain/transfer.ts'
import { readDirectory } from './agencies.ts'
import { endOf } from './decision-items.ts'
import type { Request } from './request.ts'

/** What is known of a transfer so far: from where, to where, and which of it. */
export interface KnownTransfer {
  readonly from: Agency | null
  readonly to: Agency | null
  /** The end of a plan's id; null for all plans. */
  readonly plan: string | null
  /** Only what was moved the other way before. */
  readonly received: boolean
  readonly choices: MergeChoices
}

export const noChoices: MergeChoices = { people: false, close: false, names: false }

const none = '-'
const received = 'r'

/** <from>:<to>:<plan>:<what else>, each the end of an id or "-": 64 bytes have to hold it. */
export const writeTransfer = ({ from, to, plan, received: back, choices }: KnownTransfer): string =>
  [
    ...[from, to].map((agency) => (agency === null ? none : endOf(agency.id))),
    plan ?? none,
    back ? received : writeChoices(choices),
  ].join(':')

const end = z.string().regex(/^(?:-|[0-9a-f]{12})$/u)
const written = z.tuple([end, end, end, z.string(), z.string()]).rest(z.string())

/** Throws AppError 'button-stale' for what no button of ours says, or what is not of this workspace. */
export const readKnownTransfer = async (
  input: string,
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<KnownTransfer & { readonly rest: string }> => {
  const parsed = written.safeParse([...input.split(':'), ''])
  if (!parsed.success) throw new AppError('button-stale', {})
  const [from, to, plan, options, rest] = parsed.data
  const choices = options === received ? noChoices : readChoices(options)
  if (choices === null) throw new AppError('button-stale', {})
  const all = await agencies.list()
  const find = (wanted: string): Agency | null => {
    if (wanted === none) return null
    const found = all.find(({ id }) => endOf(id) === wanted)
    if (found === undefined) throw new AppError('button-stale', {})
    return found
  }
  return {
    ...{ from: find(from), to: find(to), plan: plan === none ? null : plan },
    ...{ received: options === received, choices, rest },
  }
}

/** An agency by its name as it was typed; else what to say: a group, or the nearest. */
export type NamedAgency =
  | { readonly kind: 'agency'; readonly agency: Agency }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: readonly Agency[] }

/** A body that is gone is still known by its own name: what it has not finished can be moved. */
export const findAgency = async (
  { today }: Pick<Request, 'today'>,
  typed: string,
  stores: Pick<Stores, 'agencies'>,
): Promise<NamedAgency> => {
  const directory = await readDirectory(stores)
  const byId = (id: string): readonly Agency[] => directory.agencies.filter((agency) => agency.id === id)
  const [match] = matchAgencies([typed], directory, today)
  const sure = sureTarget(match)
  if (sure?.target.kind === 'group') return { kind: 'group', name: sure.name }
  const [agency] = sure === null ? [] : byId(sure.target.id)
  if (agency !== undefined) return { kind: 'agency', agency }
  const candidates = match !== undefined && 'candidates' in match ? match.candidates : []
  return { kind: 'unknown', typed, nearest: candidates.flatMap(({ target }) => byId(target.id)) }
}
