import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeEach } from 'vitest'
import { startServer } from '../../../app/server.ts'
import { createCourier } from '../../../bot/courier.ts'
import { createWebChannel } from '../../../bot/web/channel.ts'
import { sessionEnd } from '../../../bot/web/session.ts'
import { createUploads } from '../../../storage/uploads.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Incoming } from '../../../domain/incoming.ts'
import type { Outgoing } from '../../../domain/message.ts'
import type { UploadedFiles, WebJoining } from '../../../domain/ports/web.ts'
import { createToken, hashSecret } from '../../../handlers/secrets.ts'
import type { Database } from '../../../prisma/database.ts'
import { createDispatch } from '../../../prisma/dispatch.ts'
import { createInbox } from '../../../prisma/inbox.ts'
import { createOutbox } from '../../../prisma/outbox.ts'
import { createSignInLinks } from '../../../prisma/sign-in-links.ts'
import { createWebHistory } from '../../../prisma/web-history.ts'
import { createWebSessions } from '../../../prisma/web-sessions.ts'
import { addPerson, createTestWorkspace, type TestWorkspace } from '../../support/builders.ts'
import { openTestDatabase } from '../../support/database.ts'
import { pagesElsewhere } from './pages-elsewhere.ts'

interface BotWords extends Partial<Pick<Outgoing, 'text' | 'buttons' | 'edits'>> {
  readonly words?: string
}

/** The web chat over a real database, sent by the real courier, with a test in the place of the handlers. */
export interface WebScene {
  readonly url: string
  readonly database: Database
  readonly workspace: TestWorkspace
  readonly personId: string
  readonly files: UploadedFiles
  /** What came in, without duplicates. */
  readonly received: Incoming[]
  /** What was logged, one JSON line each. */
  readonly logged: string[]
  /** The codes that open the door, and what the join port was asked. */
  readonly joins: Parameters<WebJoining['join']>[0][]
  /** Does what handlers would do with what came in. */
  onReceive: (incoming: Incoming) => unknown
  /** Breaks what is behind the page. */
  failReceive: Error | null
  /** Moves the clock by so many milliseconds. */
  shiftMs: number
  signInToken(personId?: string, minutes?: number): Promise<string>
  /** The cookie of a new session. */
  signIn(personId?: string): Promise<string>
  botSays(message: BotWords | string, personId?: string): Promise<void>
  /** The newest outbox row. */
  lastRow(): Promise<bigint>
  /** Stops serving without touching the data, and serves again on the same port. */
  restart(whileDown?: () => Promise<void>): Promise<void>
  /** Forgets everything but the workspace and its people. */
  reset(): Promise<void>
  close(): Promise<void>
}

export interface SceneOptions {
  readonly publicUrl?: string
  readonly zone?: string
  readonly personName?: string
}

export const openWebScene = async (options: SceneOptions = {}): Promise<WebScene> => {
  const database = await openTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-web-'))
  const workspace = await createTestWorkspace(database, options.zone === undefined ? {} : { zone: options.zone })
  const person = await addPerson(database, workspace, { name: options.personName ?? 'Chuyên viên Một' })
  const { client } = database
  const logged: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) })
  const now = () => new Date(Date.now() + scene.shiftMs)
  const stored = createInbox(client, () => ({ handle: () => Promise.resolve() }))
  const files = createUploads(join(folder, 'uploads'))
  const joining: WebJoining = {
    ways: () => ({ web: 'https://dondoc.example', telegram: 'https://t.me/dondoc_bot', zalo: true }),
    join: async (request) => {
      scene.joins.push(request)
      if (request.code !== 'K7M2-9QXD') return new AppError('code-unknown', {})
      return { sessionToken: (await scene.signIn()).replace(/^[^=]+=/, '') }
    },
  }
  const start = async (port: number) => {
    const web = createWebChannel({
      inbox: {
        receive: async (incoming, at) => {
          if (scene.failReceive !== null) throw scene.failReceive
          const isNew = await stored.receive(incoming, at)
          if (!isNew) return false
          scene.received.push(incoming)
          setImmediate(() => void scene.onReceive(incoming))
          return true
        },
      },
      sessions: createWebSessions(client),
      history: createWebHistory(client),
      files,
      joining,
      ...pagesElsewhere,
      now,
      log,
      publicUrl: options.publicUrl ?? 'http://localhost:0',
      pollMs: 200,
    })
    const courier = createCourier({
      dispatch: createDispatch(client),
      senders: { web: { send: (message) => web.send(message) } },
      now,
      log,
      paceFactor: 0,
    })
    return { web, courier, server: await startServer(web.app.fetch, '127.0.0.1', port) }
  }
  let running = await start(0)
  const { port } = running.server
  const stop = async () => {
    running.web.close()
    await Promise.all([running.server.stop(), running.courier.stop()])
  }
  let messages = 0

  const scene: WebScene = {
    url: `http://127.0.0.1:${port}`,
    database,
    workspace,
    personId: person.id,
    files,
    received: [],
    logged,
    joins: [],
    onReceive: () => undefined,
    failReceive: null,
    shiftMs: 0,
    signInToken: async (personId = person.id, minutes = 15) => {
      const token = createToken()
      const expiresAt = new Date(now().getTime() + minutes * 60_000)
      await createSignInLinks(client, workspace.id).create(personId, hashSecret(token), expiresAt)
      return token
    },
    signIn: async (personId) => {
      const token = await scene.signInToken(personId)
      const session = createToken()
      const expiresAt = sessionEnd(now())
      await createWebSessions(client).openFromLink(
        hashSecret(token),
        { tokenHash: hashSecret(session), expiresAt },
        now(),
      )
      return `dondoc=${session}`
    },
    botSays: async (message, personId = person.id) => {
      const { words = '', ...rest } = typeof message === 'string' ? { words: message } : message
      const chat = await client.chat.findUniqueOrThrow({
        where: { channel_externalId: { channel: 'web', externalId: personId } },
      })
      messages += 1
      const outgoing = { kind: 'reply', key: `test:${messages}`, text: { text: words, entities: [] }, ...rest } as const
      await createOutbox(client, workspace.id, { deliver: () => Promise.resolve() }, now()).add([
        { chatId: chat.id, ...outgoing },
      ])
      running.courier.wake(chat.id)
      await running.courier.quiet()
    },
    lastRow: async () => (await client.outboundMessage.findFirstOrThrow({ orderBy: { id: 'desc' } })).id,
    restart: async (whileDown) => {
      await stop()
      await whileDown?.()
      running = await start(port)
    },
    reset: async () => {
      await client.$executeRaw`TRUNCATE "InboundEvent", "OutboundMessage", "WebSession", "SignInLink"`
      await client.chatAccount.deleteMany({ where: { channel: 'web' } })
      await client.chat.deleteMany({ where: { channel: 'web' } })
      for (const list of [scene.received, scene.logged, scene.joins]) list.length = 0
      scene.onReceive = () => undefined
      scene.failReceive = null
      scene.shiftMs = 0
    },
    close: async () => {
      await stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return scene
}

/** One for all tests of a file; nothing of one test is left for the next. */
export const useWebScene = async (): Promise<WebScene> => {
  const scene = await openWebScene()
  beforeEach(() => scene.reset())
  afterAll(() => scene.close())
  return scene
}
