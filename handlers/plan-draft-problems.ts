import { distance } from 'fastest-levenshtein'
import { fold } from '../domain/fold.ts'
import type { FixProblem } from '../domain/plan-draft-rows.ts'
import type { Rich } from '../locales/rich-text.ts'
import type { Request } from './request.ts'

/** One sentence about why nothing was changed, with an example that works. */
export const explainProblem = ({ m }: Pick<Request, 'm'>, problem: FixProblem): Rich => {
  const words = m.planFixes.problem
  switch (problem.kind) {
    case 'no-row':
      return words.noRow(problem)
    case 'several-rows':
      return words.severalRows(problem)
    case 'which-row':
      return words.whichRow()
    case 'deadline':
      return words.deadline(problem)
    case 'agency':
      return words.agency(problem)
    case 'not-its-agency':
      return words.notItsAgency(problem)
    default:
      return explainRest({ m }, problem)
  }
}

type Rest = Extract<
  FixProblem,
  { kind: 'plan' | 'not-understood' | 'merge-needs-two' | 'nothing-left' | 'nothing-to-split' }
>

const explainRest = ({ m }: Pick<Request, 'm'>, problem: Rest | FixProblem): Rich => {
  const words = m.planFixes.problem
  switch (problem.kind) {
    case 'plan':
      return words.plan(problem)
    case 'not-understood':
      return explainWords({ m }, { typed: problem.typed, about: String(problem.row ?? 12) })
    case 'nothing-left':
      return words.nothingLeft()
    case 'nothing-to-split':
      return words.nothingToSplit(problem)
    default:
      return words.mergeNeedsTwo()
  }
}

/** So many letters may be wrong for a verb to be the one that was meant. */
const slips = 2

/** What was not understood, with what was probably meant: "4 chủ chì Phòng Nội vụ" → "4 chủ trì Phòng Nội vụ". */
export const explainWords = (
  { m }: Pick<Request, 'm'>,
  { typed, about }: { readonly typed: string; readonly about: string },
): Rich => {
  const { verbs, exampleWith, notUnderstood } = m.planFixes
  const words = (typed.startsWith(about) ? typed.slice(about.length) : typed).trim().split(/\s+/u)
  const meant = verbs
    .map((verb) => ({ verb, length: verb.split(' ').length }))
    .map(({ verb, length }) => ({ verb, length, far: distance(fold(words.slice(0, length).join(' ')), fold(verb)) }))
    .filter(({ verb, far }) => far <= Math.min(slips, Math.floor(verb.length / 3)))
    .toSorted((a, b) => a.far - b.far)[0]
  const row = about === '' ? '12' : about
  const example =
    meant === undefined
      ? exampleWith(row, verbs[0] ?? '', '30/9')
      : exampleWith(row, meant.verb, words.slice(meant.length).join(' '))
  return notUnderstood({ typed, example })
}
