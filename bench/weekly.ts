import { createDrawings } from '../app/drawing.ts'
import type { App } from '../app/app.ts'
import type { Reply } from '../handlers/request.ts'
import type { FilledWorkspace } from './fill.ts'
import { type Row, timeEach } from './table.ts'

type Ask = (
  app: App,
  workspace: FilledWorkspace,
  asked: { readonly personId: string; readonly key: string; readonly text: string },
) => Promise<readonly Reply[]>

/** A leader's weekly summary: counted, written to the outbox and drawn, each time anew. */
export const measureWeekly = async (app: App, workspace: FilledWorkspace, database: string, ask: Ask): Promise<Row> => {
  const drawing = createDrawings()
  const once = async (round: number, kind: string) => {
    const asked = { personId: workspace.leaderId, key: `weekly:${kind}:${round}`, text: '/tuan' }
    const [reply] = await ask(app, workspace, asked)
    if (reply?.picture === undefined) throw new Error('there is no picture')
    // Another title each time: what was drawn before would be taken as it is.
    await drawing.draw({ ...reply.picture.chart, title: `${kind} ${round}` })
  }
  await timeEach(5, (round) => once(round, 'warm'))
  const samples = await timeEach(20, (round) => once(round, 'week'))
  await drawing.stop()
  return { what: 'weekly summary with picture, 3,000 assignments', database, samples, unit: 'ms', aim: '≤ 300 ms' }
}
