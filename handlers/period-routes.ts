import { switchPeriod } from './period-change.ts'
import { openFigures } from './period-figures.ts'
import { pressMakeYear } from './period-making.ts'
import { askEntered, freezeEntered } from './period-entered.ts'
import { callOwing, turnOwing } from './period-owing.ts'
import { explainPeriod, openPeriod, turnPeriodYear } from './period-page.ts'
import { confirmSent, takeBackSent } from './period-sending.ts'
import { showPeriods } from './periods.ts'
import type { ButtonRoute, Command } from './route.ts'

export const periodsCommand: Command = {
  names: ['kybaocao', 'periods'],
  about: (m) => m.periods.about,
  needs: 'joined',
  run: showPeriods,
}

export const periodButtons: readonly ButtonRoute[] = [
  { prefix: 'prd', run: openPeriod },
  { prefix: 'prd-yr', run: turnPeriodYear },
  { prefix: 'prd-new', run: pressMakeYear },
  { prefix: 'prd-how', run: explainPeriod },
  { prefix: 'prd-off', run: switchPeriod(false) },
  { prefix: 'prd-on', run: switchPeriod(true) },
  { prefix: 'prd-ok', run: confirmSent },
  { prefix: 'prd-un', run: takeBackSent },
  { prefix: 'prd-in', run: askEntered },
  { prefix: 'prd-frz', run: freezeEntered },
  { prefix: 'prd-who', run: turnOwing },
  { prefix: 'prd-call', run: callOwing },
  { prefix: 'prd-fig', run: openFigures },
]
