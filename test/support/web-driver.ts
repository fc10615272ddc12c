import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { patienceMs } from './patience.ts'
import { type ChatDriver, checkChoice, type SeenMessage } from './person-driver.ts'
import { type LiveEvents, openEvents, type SaidEvent } from './web-events.ts'

/** A person at the web chat. Close it when the test is over, or leave it to the end of the program behind it. */
export interface WebDriver extends ChatDriver {
  /** "dondoc=…": what the browser would send along. */
  readonly cookie: () => string | null
  close(): void
}

/** No answer to something that was sent within this time: there is none. */
const answerMs = 4000
/** So long nothing may have come for the bot to have finished. */
const silenceMs = 350

const acceptedSchema = z.object({ key: z.string().optional() })
const refusedSchema = z.object({ error: z.string() })

/** Somebody who opens the page for the first time: words with a code in them join, others are answered by the page. */
export const strangerOnWeb = (url: string, name: string): WebDriver => createDriver(url, name, null)

/** Somebody who follows an invitation. Fails with the page's own words when it is refused. */
export const joinOnWeb = async (
  url: string,
  who: { readonly name: string; readonly code: string },
): Promise<WebDriver> => {
  const answer = await postForm(`${url}/vao/${encodeURIComponent(who.code)}`, { name: who.name })
  if (answer.cookie === null) throw new Error(`the invitation was refused: ${answer.words}`)
  return createDriver(url, who.name, answer.cookie, true)
}

/** Somebody who opens a one-time sign-in link. */
export const signInOnWeb = async (url: string, token: string): Promise<WebDriver> => {
  const answer = await postForm(`${url}/vao/${encodeURIComponent(token)}`, {})
  if (answer.cookie === null) throw new Error(`the link was refused: ${answer.words}`)
  return createDriver(url, '', answer.cookie)
}

/** Somebody who has a session already. */
export const returnToWeb = (url: string, cookie: string): WebDriver => createDriver(url, '', cookie)

interface PageAnswer {
  readonly status: number
  readonly cookie: string | null
  /** What the page says is wrong, or else everything it says. */
  readonly words: string
}

const postForm = async (address: string, fields: Record<string, string>): Promise<PageAnswer> => {
  const response = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(address).origin },
    body: new URLSearchParams(fields),
  })
  return readPage(response)
}

const readPage = async (response: Response): Promise<PageAnswer> => {
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const cookie = cookies.find((line) => /^(__Host-)?dondoc=./.test(line)) ?? null
  const page = await response.text()
  return { status: response.status, cookie, words: /role="alert"[^>]*>([^<]*)</.exec(page)?.[1] ?? plainWords(page) }
}

const plainWords = (page: string): string =>
  page
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim()

const createDriver = (url: string, name: string, firstCookie: string | null, isNew = false): WebDriver => {
  let cookie = firstCookie
  let events: LiveEvents | null = cookie === null ? null : openEvents(url, cookie)
  const pageSaid: SeenMessage[] = []
  const actions = new Map<string, SaidEvent>()
  /** Whether the bot has been given something to answer: a command, or somebody to welcome. */
  let owed = isNew

  const fromPage = (words: string): void => {
    pageSaid.push({ id: `page-${randomBytes(4).toString('hex')}`, text: words, entities: [], choices: [] })
  }

  const post = async (path: string, init: { readonly body: string | FormData; readonly json: boolean }) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        Origin: new URL(url).origin,
        Cookie: cookie ?? '',
        ...(init.json ? { 'Content-Type': 'application/json' } : {}),
      },
      body: init.body,
    })
    const answer: unknown = await response.json()
    if (response.status === 202) {
      acceptedSchema.parse(answer)
      owed = true
      events?.touch()
    } else fromPage(refusedSchema.parse(answer).error)
  }
  const postJson = (path: string, body: object) =>
    post(path, { json: true, body: JSON.stringify({ ...body, clientId: randomBytes(12).toString('hex') }) })

  /** Not signed in: the only thing that can be said is a code. */
  const sayToPage = async (text: string): Promise<void> => {
    const code = /^\/start\s+(\S.*)$/.exec(text.trim())?.[1]
    if (code === undefined) {
      fromPage((await readPage(await fetch(`${url}/`))).words)
      return
    }
    const answer = await postForm(`${url}/vao/${encodeURIComponent(code)}`, { name })
    if (answer.cookie === null) fromPage(answer.words)
    else {
      cookie = answer.cookie
      events = openEvents(url, cookie)
      owed = true
    }
  }

  const toSeen = (said: SaidEvent): SeenMessage => {
    actions.set(said.key, said)
    owed = false
    const choices = said.buttons.flat().map(({ label }) => label)
    return { id: said.key, text: said.text, entities: said.entities, choices }
  }

  const takeNext = (): SeenMessage | null => {
    const page = pageSaid.shift()
    if (page !== undefined) return page
    const said = events?.take() ?? null
    return said === null ? null : toSeen(said)
  }

  /** Whether something may still come. */
  const isBusy = (): boolean => {
    if (events === null) return false
    const isAnswered = !owed || events.waiting() > 0
    return events.silentMs() < (isAnswered ? silenceMs : answerMs)
  }

  return {
    channel: 'web',
    can: { reply: true, sendFile: true },
    cookie: () => cookie,
    say: (text) => (cookie === null ? sayToPage(text) : postJson('/chat/messages', { text })),
    reply: ({ id }, text) => postJson('/chat/messages', { text, replyTo: id }),
    choose: async (message, label) => {
      checkChoice(message, label)
      const button = actions
        .get(message.id)
        ?.buttons.flat()
        .find((candidate) => candidate.label === label)
      await postJson('/chat/actions', { action: button?.action, messageId: message.id })
    },
    sendFile: async (fileName, bytes, caption = '') => {
      const form = new FormData()
      form.set('clientId', randomBytes(12).toString('hex'))
      form.set('caption', caption)
      form.set('file', new File([new Uint8Array(bytes)], fileName))
      await post('/chat/files', { json: false, body: form })
    },
    next: async (timeoutMs = patienceMs) => {
      const deadline = performance.now() + timeoutMs
      while (performance.now() < deadline) {
        const message = takeNext()
        if (message !== null) return message
        await sleep(5)
      }
      throw new Error(`the bot said nothing for ${timeoutMs} ms`)
    },
    quiet: async () => {
      while (isBusy()) await sleep(10)
      owed = false
      const left: SeenMessage[] = []
      for (let message = takeNext(); message !== null; message = takeNext()) left.push(message)
      return left
    },
    close: () => events?.close(),
  }
}
