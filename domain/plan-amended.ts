import { fold, stripMarks } from './fold.ts'
import { numberKey } from './plan-draft-document.ts'
import type { DraftState } from './plan-draft.ts'

/** What of a plan that is followed up says whether a document amends it. */
export interface FollowedPlan {
  readonly id: string
  readonly number: string
  readonly issuer: string
  readonly planYear: number
}

/** A plan that a draft amends. */
export interface Amends<Plan extends FollowedPlan = FollowedPlan> {
  readonly plan: Plan
  /** The document names only what changes: what it does not name stays. */
  readonly partial: boolean
}

/** "… sửa đổi, bổ sung một số nhiệm vụ của Kế hoạch số 12/KH-UBND …" */
const amending = /\b(sua doi|bo sung|dieu chinh|thay the)\b[^]*?\b(\d+(?:\/\d+)?\/[a-z]+(?:-[a-z]+)*)/u

/** The number of the plan that a title says it amends, and whether wholly; null when it says nothing of the kind. */
const amendedBy = (title: string): { readonly number: string; readonly partial: boolean } | null => {
  const [, word, number] = amending.exec(stripMarks(title.normalize('NFC'))) ?? []
  return word === undefined || number === undefined ? null : { number, partial: word !== 'thay the' }
}

/**
 * Which plan a draft amends: what somebody said, else the one that its title names, else the one with the same
 * number, issuer and year. The newest of several; null for none.
 */
export const findAmended = <Plan extends FollowedPlan>(
  { amends, document }: Pick<DraftState, 'amends' | 'document'>,
  plans: readonly Plan[],
): Amends<Plan> | null => {
  if (amends === null) return null
  if (amends !== undefined)
    return amended(
      plans.find(({ id }) => id === amends.planId),
      amends.partial,
    )
  const titled = amendedBy(document.title)
  const named =
    titled === null ? undefined : plans.findLast((plan) => plainKey(plan.number) === plainKey(titled.number))
  return (
    amended(named, titled?.partial ?? false) ??
    amended(
      plans.findLast((plan) => isSamePlan(plan, document)),
      false,
    )
  )
}

const amended = <Plan extends FollowedPlan>(plan: Plan | undefined, partial: boolean): Amends<Plan> | null =>
  plan === undefined ? null : { plan, partial }

const plainKey = (number: string): string => stripMarks(numberKey(number))

/** Numbers begin anew every year and at every office; what the document does not say cannot differ. */
const isSamePlan = (plan: FollowedPlan, document: DraftState['document']): boolean =>
  document.number !== '' &&
  numberKey(plan.number) === numberKey(document.number) &&
  (document.planYear === null || document.planYear === plan.planYear) &&
  (document.issuer === '' || plan.issuer === '' || fold(document.issuer) === fold(plan.issuer))
