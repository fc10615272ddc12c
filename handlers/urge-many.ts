import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { rightTo } from '../domain/stand-in.ts'
import { canBeUrged, planUrging, urgingRestMs, type UrgingPlan } from '../domain/urging.ts'
import { findActing, findTask } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'
import { openScope } from './scope.ts'
import { findOpening, urgeNumber, type UrgeNeeds } from './urge.ts'

/** More than this nobody presses for at once; the next time finds the rest. */
const mostAtOnce = 500

const letters = { l: 'late', s: 'silent', o: 'task' } as const
type Letter = keyof typeof letters

const wordsOf: readonly { readonly letter: Letter; readonly words: readonly string[] }[] = [
  { letter: 'l', words: ['qua han', 'quahan', 'tre', 'tre han', 'cham', 'late', 'overdue'] },
  { letter: 's', words: ['im lang', 'imlang', 'chua cap nhat', 'chuacapnhat', 'silent'] },
]

/** /dondoc 12, /dondoc quá hạn, /dondoc im lặng */
export const startUrging: Handler<UrgeNeeds> = async (request, typed, stores) => {
  const { m, person } = request
  if (typed === '') throw new AppError('text-missing', { example: m.urging.example })
  const number = /^(?:nv|#)?\s*0*(\d{1,9})$/iu.exec(typed)?.[1]
  if (number !== undefined) return urgeNumber(request, Number(number), stores)
  const found = wordsOf.find(({ words }) => words.includes(fold(typed)))
  if (found === undefined) return [{ text: m.urging.unknown(typed) }]
  const widest = may(person.memberships, 'see-workspace') ? 'all' : 'me'
  return [await preview(request, await findMany(request, { token: widest, letter: found.letter }, stores), stores)]
}

const asked = z.tuple([z.string(), z.enum(['l', 's', 'o'])]).rest(z.string())

/** urg-ask:<scope or nv12>:<list>: whom it will reach. */
export const askToUrge: Handler<UrgeNeeds> = async (request, input, stores) => [
  await preview(request, await findMany(request, readInput(input), stores), stores),
]

/** urg-go:<scope or nv12>:<list>:<fingerprint>: what is agreed to is exactly what was seen. */
export const pressMany: Handler<UrgeNeeds> = async (request, input, stores) => {
  const { m, now, person } = request
  const read = readInput(input)
  const many = await findMany(request, read, stores)
  const { plan } = await planOf(request, many, stores)
  if (fingerprintOf(plan) !== read.fingerprint) {
    return [{ text: m.urging.changed() }, await preview(request, many, stores)]
  }
  const ids = plan.pressed.map(({ id }) => id)
  const looks = await stores.urgings.press(ids, person.id, now)
  const done = planUrging(plan.pressed, looks)
  await stores.audit.append(
    {
      ...{ action: 'assignments.urge', subject: 'workspace', subjectId: request.workspace.id },
      ...{ personId: person.id, channel: request.chat.channel },
      after: { assignments: done.pressed.map(({ id }) => id), people: done.people.length },
    },
    now,
  )
  const opens = await findOpening(request, stores)
  const words = {
    ...inWords(many, { ...plan, ...done, resting: [...plan.resting, ...done.resting], unreached: plan.unreached }),
    opens,
  }
  return [{ text: m.urging.pressedMany(words), replaces: true }]
}

/** urg-no: */
export const dropUrging: Handler<never> = ({ m }) => Promise.resolve([{ text: m.urging.dropped(), replaces: true }])

const readInput = (input: string) => {
  const parsed = asked.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [token, letter, fingerprint = ''] = parsed.data
  return { token, letter, fingerprint }
}

interface Many {
  readonly token: string
  readonly letter: Letter
  readonly scope: string
  readonly assignments: readonly Assignment[]
}

const findMany = async (
  request: Request,
  { token, letter }: Pick<Many, 'token' | 'letter'>,
  stores: Pick<Stores, UrgeNeeds>,
): Promise<Many> => {
  const number = /^nv(\d{1,9})$/u.exec(token)?.[1]
  if (number !== undefined) {
    const assignments = await findTask(request, { number: Number(number), action: 'urge' }, stores)
    return { token, letter, scope: `NV${number}`, assignments: assignments.filter(canBeUrged) }
  }
  if (letter === 'o') throw new AppError('button-stale', {})
  const scope = await openScope(request, token, stores)
  const acting = await findActing(request, stores)
  const page = { offset: 0, limit: mostAtOnce }
  const { items } = await stores.assignments.list(scope, letters[letter], request.today, page)
  const assignments = items.filter((item) => canBeUrged(item) && rightTo(acting, 'urge', item.agencyId) !== null)
  return { token, letter, scope: scope.title, assignments }
}

const planOf = async ({ now, person }: Request, { assignments }: Many, { urgings }: Pick<Stores, 'urgings'>) => {
  const since = new Date(now.getTime() - urgingRestMs)
  const ids = assignments.map(({ id }) => id)
  return { plan: planUrging(assignments, await urgings.look(ids, person.id, since)) }
}

const preview = async (request: Request, many: Many, stores: Pick<Stores, UrgeNeeds>): Promise<Reply> => {
  const { m } = request
  const { plan } = await planOf(request, many, stores)
  const words = inWords(many, plan)
  const invite = may(request.person.memberships, 'invite') && plan.unreached.length > 0
  const inviting = invite ? [[{ label: m.escalation.openUnreached, action: 'unj:work:0' }]] : []
  if (plan.pressed.length === 0) return { text: m.urging.nothing(words), buttons: inviting }
  const go = { label: m.urging.button, action: `urg-go:${many.token}:${many.letter}:${fingerprintOf(plan)}` }
  return { text: m.urging.preview(words), buttons: [[go, { label: m.common.no, action: 'urg-no:' }], ...inviting] }
}

const inWords = ({ letter, scope }: Many, { pressed, people, agencies, resting, unreached }: UrgingPlan) => ({
  ...{ what: letters[letter], scope, tasks: pressed.length, people: people.length, agencies },
  resting: resting.length,
  unreached: [...new Set(unreached.map(({ agencyName }) => agencyName))],
})

const fingerprintOf = ({ pressed, people }: UrgingPlan): string =>
  createHash('sha256')
    .update([...pressed.map(({ id }) => id), ...people].toSorted().join())
    .digest('hex')
    .slice(0, 8)
