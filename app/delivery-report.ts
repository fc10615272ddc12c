import { localDate } from '../domain/time.ts'
import type { Workspace } from '../domain/ports/stores.ts'
import { readFigures } from '../handlers/delivery-figures.ts'
import type { Messages } from '../locales/index.ts'
import { createDelivery } from '../prisma/delivery.ts'
import type { Transaction } from '../prisma/transaction.ts'

/** What became of a workspace's messages: the lines that /guitin shows, or the same figures for machines. */
export const deliveryReport = async (
  tx: Transaction,
  workspace: Workspace,
  { json, now, m }: { readonly json: boolean; readonly now: Date; readonly m: Messages },
): Promise<string> => {
  const delivery = createDelivery(tx, workspace.id)
  const figures = await readFigures({ now, today: localDate(now, workspace.zone), workspace }, { delivery })
  const { summary, channels, days } = figures
  if (json) return JSON.stringify({ workspace: workspace.name, ...summary, channels, days }, null, 2)
  const { delivery: words } = m
  return [
    workspace.name,
    words.summary(summary).text,
    ...channels.map(({ channel, counts }) => `${words.channel(channel)}: ${words.countsInWords(counts)}`),
    ...days.map(({ day, counts }) => `${words.day(day)}: ${words.countsInWords(counts)}`),
  ].join('\n')
}
