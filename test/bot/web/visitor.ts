import { randomBytes } from 'node:crypto'
import type { WebScene } from './scene.ts'

/** A browser without a script: what its page would send, and what it is shown. */
export interface Visitor {
  send(path: string, body: string | FormData, headers?: Readonly<Record<string, string>>): Promise<Response>
  sendJson(path: string, body: object): Promise<Response>
  sendFile(file: File | null, fields?: Readonly<Record<string, string>>): Promise<Response>
  /** The chat as HTML. */
  chat(): Promise<string>
}

/** What a page makes up for each message. */
export const newId = (): string => randomBytes(12).toString('hex')

export const errorOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { error: string }).error

export const visitorWith = (cookie: string, { url }: WebScene): Visitor => {
  const send: Visitor['send'] = (path, body, headers = {}) =>
    fetch(`${url}${path}`, { method: 'POST', headers: { Origin: url, Cookie: cookie, ...headers }, body })
  return {
    send,
    sendJson: (path, body) => send(path, JSON.stringify(body), { 'Content-Type': 'application/json' }),
    sendFile: (file, fields = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ clientId: newId(), ...fields })) form.set(name, value)
      if (file !== null) form.set('file', file)
      return send('/chat/files', form)
    },
    chat: async () => (await fetch(url, { headers: { Cookie: cookie } })).text(),
  }
}

/** Somebody who is signed in: the scene's own person unless told otherwise. */
export const signIn = async (scene: WebScene, personId?: string): Promise<Visitor> =>
  visitorWith(await scene.signIn(personId), scene)
