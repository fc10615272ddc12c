import type { Chart } from '../domain/chart.ts'
import type { PrismaClient } from './generated/client.ts'
import { renderedSchema } from './outbox.ts'

const shownForMs = 90 * 24 * 60 * 60 * 1000

/** The figures behind the picture of a message of the last 90 days, by the secret in its address; null for none. */
export const findChart = async (client: PrismaClient, token: string, now: Date): Promise<Chart | null> => {
  const row = await client.outboundMessage.findFirst({
    where: { pictureToken: token, createdAt: { gt: new Date(now.getTime() - shownForMs) } },
    select: { content: true },
  })
  return row === null ? null : (renderedSchema.parse(row.content).picture?.chart ?? null)
}
