import type { App } from '../app/app.ts'
import { localDate } from '../domain/time.ts'
import { dispatch } from '../handlers/dispatch.ts'
import type { Reply } from '../handlers/request.ts'
import { messagesIn } from '../locales/index.ts'
import type { Database } from '../prisma/database.ts'
import type { BenchDatabase } from './databases.ts'
import { type FilledWorkspace, fillWorkspace } from './fill.ts'
import { benchNow as now, whileRunning } from './running.ts'
import { type Row, timeEach } from './table.ts'
import { measureWeekly } from './weekly.ts'

/** Measures the running program over one database. */
export const measureWork = (bench: BenchDatabase): Promise<readonly Row[]> => whileRunning(bench, measureAll)

const measureAll = async (app: App, database: Database, name: string): Promise<readonly Row[]> => {
  const small = await fillWorkspace(database, 1000, now)
  const updates = await measureUpdates(app, small)
  const rows: Row[] = [{ what: 'updates handled and answered', database: name, samples: updates, unit: '/s', aim: '' }]
  rows.push(...(await measureStatus(app, small, '1,000', name)))
  const large = await fillWorkspace(database, 100_000, now)
  rows.push(...(await measureStatus(app, large, '100,000', name)))
  rows.push(await measureWeekly(app, await fillWorkspace(database, 3000, now), name, askCommand))
  return rows
}

/** Updates per second, from being stored to their answers being settled: 20 from each of 20 people at once. */
const measureUpdates = async (app: App, workspace: FilledWorkspace): Promise<readonly number[]> => {
  const people = workspace.officials.slice(0, 20)
  const each = 20
  const rates: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    for (let number = 0; number < each; number += 1) {
      await Promise.all(
        people.map((id) =>
          app.inbox.receive(
            {
              channel: 'web',
              externalId: `${id}:${round}:${number}`,
              chat: { id, kind: 'private', title: '' },
              sender: { id, name: '' },
              sentAt: now.toISOString(),
              body: { kind: 'text', text: `nv${number + 1} đang làm ${round * 20 + number}%` },
            },
            now,
          ),
        ),
      )
    }
    await app.quiet()
    rates.push((people.length * each * 1000) / (performance.now() - start))
  }
  return rates
}

const measureStatus = async (
  app: App,
  workspace: FilledWorkspace,
  size: string,
  database: string,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const [role, personId] of [
    ['head', workspace.headId],
    ['leader', workspace.leaderId],
  ] as const) {
    await timeEach(10, (round) =>
      askCommand(app, workspace, { personId, key: `${size}:${role}:warm:${round}`, text: '/status' }),
    )
    const samples = await timeEach(100, (round) =>
      askCommand(app, workspace, { personId, key: `${size}:${role}:${round}`, text: '/status' }),
    )
    const aim = size === '1,000' ? '' : '≤ 50 ms'
    rows.push({ what: `/status of a ${role}, ${size}`, database, samples, unit: 'ms', aim, statistic: 'p95' })
  }
  return rows
}

/** One command as a handler does it: a transaction that reads, counts and writes the answer to the outbox. */
const askCommand = (
  app: App,
  workspace: FilledWorkspace,
  { personId, key, text }: { readonly personId: string; readonly key: string; readonly text: string },
): Promise<readonly Reply[]> =>
  app.inTransaction(async ({ tx, storesOf, outboxOf }) => {
    const stores = storesOf(workspace.id)
    const chat = await tx.chat.findFirstOrThrow({ where: { externalId: personId } })
    const person = await stores.people.get(personId)
    const request = {
      now,
      today: localDate(now, workspace.zone),
      workspace,
      person,
      chat,
      about: null,
      m: messagesIn('vi'),
      key,
      links: { web: '', telegram: null, zalo: false },
    }
    const replies = await dispatch(request, { kind: 'text', text }, null, stores)
    await outboxOf(workspace.id).add(
      replies.map((reply, index) => ({
        ...{ chatId: chat.id, key: `${key}:${index}`, kind: 'reply', text: reply.text },
        ...(reply.picture === undefined ? {} : { picture: reply.picture }),
      })),
    )
    return replies
  })
