import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { explain } from '../../bot/explain.ts'
import { AppError } from '../../domain/errors.ts'
import type { IncomingBody } from '../../domain/incoming.ts'
import type { Role } from '../../domain/people.ts'
import { localDate } from '../../domain/time.ts'
import { dispatch } from '../../handlers/dispatch.ts'
import { buttons, commands } from '../../handlers/routes.ts'
import { messagesIn } from '../../locales/index.ts'
import { addPerson, addPlan, createTestWorkspace, parsedPlan, parsedTask, within } from '../support/builders.ts'
import { onChannel, type Scene } from '../support/conversation.ts'

// Everything that can be asked for, asked about everything that another workspace has.

/** Stands in every name and title of the other workspace, and nowhere else. */
const mark = 'Kín'

const furnishOther = async (scene: Scene) => {
  const directory = { agencies: [{ name: `Phòng ${mark}`, kind: 'division', aliases: [] }], groups: [] }
  const other = await createTestWorkspace(scene.database, { name: `UBND phường ${mark}`, directory })
  const agency = `Phòng ${mark}`
  const official = await addPerson(scene.database, other, { name: `Chuyên viên ${mark}`, agency })
  const coordinator = await addPerson(scene.database, other, { name: `Cán bộ ${mark}`, role: 'coordinator' })
  const tasks = [1, 2, 3].map((number) => ({
    title: `Việc ${mark} ${number}`,
    occurrences: ['2026-03-04'],
    to: [agency],
  }))
  const { planId } = await addPlan(scene.database, other, tasks, {
    number: `9/KH-${mark}`,
    createdById: coordinator.id,
  })
  const now = scene.now()
  const kept = await within(scene.database, other.id, async (stores) => {
    const { items } = await stores.assignments.list({ agencyIds: 'all' }, 'all', '2026-03-02', { offset: 0, limit: 1 })
    const change = { state: 'in_progress', percent: 40, obstacle: mark, doneOn: null, remindAt: null } as const
    const update = {
      assignment: items[0]!,
      personId: official.id,
      kind: 'progress',
      note: mark,
      links: [],
      change,
    } as const
    const draft = {
      fileName: `${mark}.xlsx`,
      contentHash: mark,
      parsed: parsedPlan([parsedTask()], mark),
      personId: coordinator.id,
    }
    const announcement = { authorId: coordinator.id, text: mark, audience: { agencyIds: [] } }
    return [
      items[0]!.id,
      await stores.assignments.record(update, now),
      await stores.plans.saveDraft(draft, now),
      await stores.broadcasts.saveDraft(announcement, now),
    ]
  })
  return { other, ids: [...kept, planId, other.id, other.agency(agency), official.id, official.chatId, coordinator.id] }
}

/** Everything that is kept of a workspace, as one fingerprint. */
const fingerprint = async ({ database }: Scene, workspaceId: string): Promise<string> => {
  const tables = await database.client.$queryRaw<{ name: string }[]>`
    SELECT c."table_name" AS name FROM information_schema.columns c
    WHERE c."column_name" = 'workspaceId' AND c."table_schema" = 'public' ORDER BY 1`
  expect(tables.length).toBeGreaterThan(20)
  const hash = createHash('sha256')
  for (const { name } of tables) {
    const rows = await database.client.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t WHERE "workspaceId" = $1::uuid ORDER BY 1`,
      workspaceId,
    )
    hash.update(`${name}\n${rows.map(({ row }) => row).join('\n')}\n`)
  }
  return hash.digest('hex')
}

/** Somebody of this workspace, where they speak with the bot. */
const meet = (scene: Scene, personId: string) =>
  scene.stores(async ({ people, chats }) => {
    const [recipient] = await people.listRecipients({ personIds: [personId] })
    return { person: await people.get(personId), chat: await chats.get(recipient!.chatId) }
  })

/** What they are told, whatever they send. */
const ask = async (
  scene: Scene,
  { person, chat }: Awaited<ReturnType<typeof meet>>,
  body: IncomingBody,
): Promise<string> => {
  const m = messagesIn('vi')
  try {
    return await scene.stores(async (stores) => {
      const request = {
        ...{
          now: scene.now(),
          today: localDate(scene.now(), scene.workspace.zone),
          workspace: scene.workspace,
          person,
          chat,
        },
        ...{ about: null, m, key: `apart:${crypto.randomUUID()}`, links: { web: '', telegram: null, zalo: false } },
      }
      const replies = await dispatch(request, body, null, stores)
      return replies
        .map(({ text, buttons: rows = [] }) => [text.text, ...rows.flat().map(({ label }) => label)].join('\n'))
        .join('\n')
    })
  } catch (error) {
    if (error instanceof AppError) return explain(error, m).text
    throw error
  }
}

interface Asked {
  readonly body: IncomingBody
  /** What of it they know themselves. */
  readonly known: string
}

/** Every command with every word that could name something of the other workspace, and some sentences. */
const everythingTyped = (ids: readonly string[], role: Role): Asked[] => {
  const words = ['', '1', '3', `Phòng ${mark}`, `9/KH-${mark}`, ...(role === 'coordinator' ? ids : [])]
  const typed = commands.flatMap(({ names: [name] }) =>
    words.map((word) => ({ body: { kind: 'text', text: `/${name} ${word}` } as const, known: word })),
  )
  const said = ['nv1 xong', 'nv3 60%'].map((text) => ({ body: { kind: 'text', text } as const, known: '' }))
  return [...typed, ...said]
}

/** Every button for every id, in a shape that buttons have. */
const everythingPressed = (ids: readonly string[], shape: (id: string) => string = (id) => id): Asked[] =>
  buttons.flatMap(({ prefix }) =>
    ids.map((id) => ({ body: { kind: 'button', action: `${prefix}:${shape(id)}` } as const, known: '' })),
  )

/** One test each, so that none takes long: a coordinator may do the most. */
const rounds: readonly { role: Role; what: string; about: (ids: readonly string[]) => Asked[] }[] = [
  { role: 'coordinator', what: 'command', about: (ids) => everythingTyped(ids, 'coordinator') },
  { role: 'coordinator', what: 'button', about: (ids) => everythingPressed(ids) },
  { role: 'coordinator', what: 'paged button', about: (ids) => everythingPressed(ids, (id) => `${id}:0`) },
  { role: 'coordinator', what: 'list button', about: (ids) => everythingPressed(ids, (id) => `late:${id}:0`) },
  { role: 'head', what: 'command', about: (ids) => everythingTyped(ids, 'head') },
  { role: 'head', what: 'button', about: (ids) => everythingPressed(ids) },
  { role: 'leader', what: 'command', about: (ids) => everythingTyped(ids, 'leader') },
  { role: 'admin', what: 'command', about: (ids) => everythingTyped(ids, 'admin') },
]

const askEverything = async (scene: Scene, role: Role, everything: readonly Asked[]) => {
  const agency = role === 'head' ? { agency: 'Phòng Nội vụ' } : {}
  const { id } = await addPerson(scene.database, scene.workspace, { name: `Người hỏi (${role})`, role, ...agency })
  const asking = await meet(scene, id)
  expect(await ask(scene, asking, { kind: 'text', text: '/nv 1' })).toContain('Việc của mình')
  for (const { body, known } of everything) {
    const said = await ask(scene, asking, body)
    expect(known === '' ? said : said.replaceAll(known, ''), JSON.stringify(body)).not.toContain(mark)
    // Who has just called themself so is called so from then on.
    if (body.kind !== 'text') continue
    await scene.database.client.person.update({ where: { id }, data: { name: `Người hỏi (${role})` } })
  }
}

for (const { role, what, about } of rounds) {
  const name = `no ${what} of a ${role} shows or changes anything of another workspace`
  onChannel('telegram', name, async (scene) => {
    await scene.importPlan([{ title: 'Việc của mình', occurrences: ['2026-03-06'] }])
    const { other, ids } = await furnishOther(scene)
    const before = await fingerprint(scene, other.id)
    await askEverything(scene, role, about(ids))
    expect(await fingerprint(scene, other.id)).toBe(before)
  })
}
