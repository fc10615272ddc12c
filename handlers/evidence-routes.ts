import { turnEvidence } from './evidence.ts'
import { dropKeptFiles, hearTaskOfFile, pressTaskOfFile } from './evidence-file.ts'
import { keptDialog } from './evidence-kept.ts'
import { pressUploadLink } from './evidence-link.ts'
import { askWithdrawal, chooseWithdrawal, pressWithdraw } from './evidence-withdraw.ts'
import type { ButtonRoute, DialogRoute } from './route.ts'

/** What can be pressed about evidence. */
export const evidenceButtons: readonly ButtonRoute[] = [
  { prefix: 'ev', run: turnEvidence },
  { prefix: 'ev-of', run: pressTaskOfFile },
  { prefix: 'ev-drop', run: dropKeptFiles },
  { prefix: 'ev-up', run: pressUploadLink },
  { prefix: 'ev-wd', run: chooseWithdrawal },
  { prefix: 'ev-ask', run: askWithdrawal },
  { prefix: 'ev-out', run: pressWithdraw },
]

export const evidenceDialogs: readonly DialogRoute[] = [{ kind: keptDialog, aboutTask: true, run: hearTaskOfFile }]
