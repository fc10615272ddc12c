import type { PlanFix } from '../../domain/plan-draft-fix.ts'
import { applyFix, type DraftState, startDraft } from '../../domain/plan-draft.ts'
import { type FixContext, resolveFix } from '../../domain/plan-draft-resolve.ts'
import { readDraftWords } from '../../domain/plan-draft-words.ts'
import { parsedPlan, parsedTask } from '../support/builders.ts'

const directory = {
  agencies: [
    { id: 'nv', name: 'Sở Nội vụ', aliases: ['SNV'] },
    { id: 'tc', name: 'Sở Tài chính', aliases: [] },
    { id: 'vh', name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: [] },
  ],
  groups: [{ name: 'Các Sở, ban, ngành', aliases: [], memberIds: ['nv', 'tc'] }],
}
const context: FixContext = {
  directory,
  today: '2026-03-02',
  plans: [{ id: 'p1', number: '12/KH-UBND' }],
  focus: null,
}

/** A plan of three tasks, the second of them doubtful. */
export const parsed = parsedPlan([
  parsedTask({
    code: '1.1',
    title: 'Rà soát thủ tục',
    lead: ['Sở Nội vụ'],
    deadlineText: '30/6',
    occurrences: ['2026-06-30'],
    line: 11,
  }),
  parsedTask({
    code: '1.2',
    title: 'Tập huấn; tuyên truyền',
    lead: [],
    line: 12,
    warnings: [{ code: 'no-deadline', detail: '', line: 12 }],
  }),
  parsedTask({
    code: '1.3',
    title: 'Kiểm tra',
    lead: ['Sở Tài chính'],
    support: ['Sở Nội vụ'],
    occurrences: ['2026-09-30'],
    output: 'Kết luận',
    line: 13,
  }),
])

const heading = { year: 1, number: 1, issuer: 1, 'plan-title': 1, 'issued-on': 1, replaces: 1, 'new-plan': 1 }

/** Types something about a draft: the draft afterwards, or what is wrong. */
export const typed = (words: string, state: DraftState = startDraft(parsed), focus: number | null = null) => {
  const reading = readDraftWords(words)
  if (!('commands' in reading)) return reading
  return reading.commands.reduce<{ state: DraftState; problem?: unknown; fixes: PlanFix[] }>(
    (so, command) => {
      if (!('targets' in command || command.kind in heading) || command.kind === 'view')
        throw new Error('shows something')
      const resolved = resolveFix(so.state, command as never, { ...context, focus })
      if ('problem' in resolved) return { ...so, problem: resolved.problem }
      const fixes = [...so.fixes, ...resolved.fixes]
      return { state: resolved.fixes.reduce(applyFix, so.state), fixes }
    },
    { state, fixes: [] },
  )
}
