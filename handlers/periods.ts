import type { Period } from '../domain/periods/period.ts'
import { type NamedPeriod, type PeriodWords, readPeriodWords } from '../domain/periods/period-words.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { changePeriod } from './period-change.ts'
import { figuresOf } from './period-figures.ts'
import { makeYear } from './period-making.ts'
import { owingPage } from './period-owing.ts'
import { exampleOf, listYear, pageOf, yearOf } from './period-page.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audit' | 'calendar' | 'frozen' | 'periods'

const typedShown = 60

/** /kybaocao: the periods of the year; one of them, its figures, who has not sent, or a change of it. */
export const showPeriods: Handler<Needs> = async (request, typed, stores) => {
  const words = readPeriodWords(typed)
  const all = await stores.periods.list()
  if (words.kind === 'list') return [listYear(request, all, words.year ?? yearOf(all, request))]
  if (words.kind === 'make') return [await makeYear(request, words.year, stores)]
  return [await onePeriod(request, typed, words, { all, stores })]
}

const onePeriod = async (
  request: Request,
  typed: string,
  words: Exclude<PeriodWords, { kind: 'list' | 'make' }>,
  { all, stores }: { readonly all: readonly Period[]; readonly stores: Pick<Stores, Needs> },
): Promise<Reply> => {
  const { m } = request
  const said = shorten(typed, typedShown)
  if (words.of === null) return { text: m.periods.unclear(said) }
  const named = findNamed(words.of, all, request.now)
  const period = named === undefined ? null : await stores.periods.lock(named)
  if (period !== null) return asked(request, period, { words, said }, stores)
  return { text: m.periods.unknown({ kind: words.of.period, year: words.of.year ?? yearOf(all, request) }) }
}

const asked = (
  request: Request,
  period: Period,
  { words, said }: { readonly words: Exclude<PeriodWords, { kind: 'list' | 'make' }>; readonly said: string },
  stores: Pick<Stores, Needs>,
): Promise<Reply> => {
  switch (words.kind) {
    case 'unclear':
      return Promise.resolve({ text: request.m.periods.unclearChange(said, exampleOf(period, request)) })
    case 'show':
      return pageOf(request, period, stores)
    case 'figures':
      return figuresOf(request, period, stores)
    case 'who':
      return owingPage(request, period, 0, stores)
    case 'change':
      return changePeriod(request, period, words.change, stores)
  }
}

/** Without a year the next one that is not over, else the last there was. */
const findNamed = ({ period, year }: NamedPeriod, all: readonly Period[], now: Date): Period | undefined => {
  const such = all.filter((one) => one.kind === period && (year === null || one.year === year))
  return such.find(({ cutoffAt }) => cutoffAt > now) ?? such.at(-1)
}
