import type { Stores } from '../../domain/ports/stores.ts'
import type { Database } from '../../prisma/database.ts'
import { setZaloQuota } from '../../prisma/quotas.ts'
import { addPerson, builtAt, type TestWorkspace } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** A message in every state, and somebody who cannot be reached; of the bot's quota one was used by them. */
export const fillDelivery = async (database: Database, workspace: TestWorkspace): Promise<void> => {
  const { client } = database
  await setZaloQuota(client, 100, zone)
  const { id: personId, chatId } = await addPerson(database, workspace, {
    channel: 'zalo',
    name: 'Không liên lạc được',
  })
  await client.chat.update({ where: { id: chatId }, data: { blockedAt: builtAt, blockedReason: 'refused' } })
  await client.outboundMessage.createMany({
    data: (['pending', 'sending', 'sent', 'failed'] as const).map((state) => ({
      ...{ workspaceId: workspace.id, chatId, personId, channel: 'zalo' as const, key: `theirs ${state}`, state },
      ...{ kind: 'reply', content: {}, notBefore: builtAt, createdAt: builtAt },
      settledAt: state === 'pending' || state === 'sending' ? null : builtAt,
    })),
  })
}

const since = new Date('2020-01-01T00:00:00Z')
const all = { state: null, channel: null, day: null }
const window = { offset: 0, limit: 10 }
const nothing = { items: [], total: 0 }

/** What finds nothing when somebody of one workspace asks about the messages of another. */
export const attemptsOnDelivery: Readonly<Record<string, readonly [(stores: Stores) => Promise<unknown>, unknown]>> = {
  'delivery.count': [({ delivery }) => delivery.count(since, zone), []],
  'delivery.findOldestWaiting': [({ delivery }) => delivery.findOldestWaiting(), null],
  'delivery.list': [({ delivery }) => delivery.list(all, since, zone, window), nothing],
  'delivery.listUnreachable': [({ delivery }) => delivery.listUnreachable(window), nothing],
  // The bot is everybody's, and so is what is left of its month; what was said with it is not.
  'delivery.findQuota': [({ delivery }) => delivery.findQuota(builtAt), { monthly: 100, used: 2, ours: 0, zone }],
}
