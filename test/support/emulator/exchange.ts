import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Effect, Fault } from './faults.ts'
import type { RequestOutcome } from './request-log.ts'

/** A complete answer, before any fault spoils it. */
export interface Answer {
  readonly status: number
  readonly body: string | Uint8Array
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  /** The service's words when it refused. */
  readonly description: string | null
}

/** What the service does and says when nothing is wrong, and how it words an error it is told to give. */
export interface Service {
  perform(): Promise<Answer>
  refuse(fault: Extract<Fault, { kind: 'error' }>): Answer
}

const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

const deliver = (response: ServerResponse, answer: Answer, fault: string | null): RequestOutcome => {
  if (response.destroyed) return { status: null, description: 'the caller hung up', fault }
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': Buffer.byteLength(answer.body),
    ...answer.headers,
  })
  response.end(answer.body)
  return { status: answer.status, description: answer.description, fault }
}

const firstHalf = (answer: Answer): Uint8Array => {
  const bytes = Buffer.from(answer.body)
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

const cut = (response: ServerResponse, answer: Answer): void => {
  response.writeHead(200, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) })
  response.write(firstHalf(answer), () => response.destroy())
}

const closed = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed) resolve()
    else response.once('close', () => resolve())
  })

const effectOf = (fault: Fault): Effect => {
  if (fault.kind === 'delay') return 'done'
  const usual = fault.kind === 'empty' || fault.kind === 'half' || fault.kind === 'cut' ? 'done' : 'none'
  return fault.effect ?? usual
}

const nothing: Answer = { status: 200, body: '', type: 'application/json', description: null }

type Spoiling = Exclude<Fault, { kind: 'delay' }>
type Answering = Extract<Fault, { kind: 'error' | 'html' | 'empty' | 'half' }>

const spoiled = (fault: Answering, answer: Answer, service: Service): Answer => {
  switch (fault.kind) {
    case 'error':
      return service.refuse(fault)
    case 'html':
      return { ...nothing, status: fault.status ?? 502, body: page, type: 'text/html' }
    case 'empty':
      return { ...answer, status: 200, body: '' }
    case 'half':
      return { ...answer, status: 200, body: firstHalf(answer) }
  }
}

const spoil = async (
  response: ServerResponse,
  fault: Spoiling,
  answer: Answer,
  service: Service,
): Promise<RequestOutcome> => {
  const lost: RequestOutcome = { status: null, description: null, fault: fault.kind }
  switch (fault.kind) {
    case 'cut':
      cut(response, answer)
      return { ...lost, status: 200 }
    case 'reset':
      response.socket?.resetAndDestroy()
      return lost
    case 'hang':
      await closed(response)
      return lost
    default:
      return deliver(response, spoiled(fault, answer, service), fault.kind)
  }
}

/** Answers one request, through the fault it meets if any. */
export const exchange = async (
  response: ServerResponse,
  fault: Fault | null,
  service: Service,
): Promise<RequestOutcome> => {
  if (fault === null) return deliver(response, await service.perform(), null)
  if (fault.kind === 'delay') {
    await sleep(fault.ms)
    return deliver(response, await service.perform(), fault.kind)
  }
  const half: Answer = { ...nothing, body: '{"ok":true,"result":{"message_id":' }
  const answer = effectOf(fault) === 'done' ? await service.perform() : half
  return spoil(response, fault, answer, service)
}
