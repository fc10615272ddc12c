import { openEscalation, setEscalation } from './escalation-settings.ts'
import { openReported } from './reported.ts'
import type { ButtonRoute, Command } from './route.ts'
import { pressUrge } from './urge.ts'
import { askToUrge, dropUrging, pressMany, startUrging } from './urge-many.ts'

// Đôn đốc, and what was reported above.

export const urgeCommand: Command = {
  names: ['dondoc', 'urge'],
  about: (m) => m.urging.about,
  needs: 'urge',
  run: startUrging,
}

export const urgeButtonRoutes: readonly ButtonRoute[] = [
  { prefix: 'urg', run: pressUrge },
  { prefix: 'urg-ask', run: askToUrge },
  { prefix: 'urg-go', run: pressMany },
  { prefix: 'urg-no', run: dropUrging },
  { prefix: 'esc', run: openReported },
  { prefix: 'lad-of', run: openEscalation },
  { prefix: 'lad', run: setEscalation },
]
