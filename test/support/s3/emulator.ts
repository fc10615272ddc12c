import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody, startHttpServer } from '../http-server.ts'

/** A storage that speaks S3 as strictly as the service: no request without a good signature of this very moment. */
export interface S3Emulator {
  readonly settings: Readonly<Record<string, string>>
  readonly endpoint: string
  readonly objects: ReadonlyMap<string, Buffer>
  /** How the answers so far went, in order: "PUT 200". */
  readonly answers: readonly string[]
  /** The statuses of the next answers, whatever is asked; 0 hangs up without one. */
  failNext(...statuses: readonly number[]): void
  close(): Promise<void>
}

const region = 'vn-hn-1'
const bucket = 'minh-chung'
const accessKeyId = 'DONDOCTESTKEY'
const secretAccessKey = 'abc/DEF+ghi0123456789'
const limitBytes = 60 * 1024 * 1024
/** The service refuses requests that were signed longer ago than this, or later. */
const skewMs = 15 * 60_000

export const createS3Emulator = async (): Promise<S3Emulator> => {
  const objects = new Map<string, Buffer>()
  const answers: string[] = []
  const failures: number[] = []
  const server = await startHttpServer(async (request, response) => {
    const body = (await readBody(request, limitBytes)) ?? Buffer.alloc(0)
    const failure = failures.shift()
    if (failure === 0) {
      answers.push(`${request.method} -`)
      response.destroy()
      return
    }
    const refusal = refuse(request, body)
    const status = failure ?? (refusal === null ? 200 : 403)
    if (status === 200) answerObject(request, response, body)
    else answer(request, response, { status, words: refusal ?? 'ServiceUnavailable' })
  })

  const answer = (
    { method }: IncomingMessage,
    response: ServerResponse,
    { status, words }: { readonly status: number; readonly words: string | Buffer },
  ): void => {
    answers.push(`${method} ${status}`)
    response.writeHead(status).end(typeof words === 'string' ? `<Error><Code>${words}</Code></Error>` : words)
  }

  const answerObject = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const key = (request.url ?? '').replace(`/${bucket}/`, '')
    if (request.method === 'PUT') {
      objects.set(key, body)
      answer(request, response, { status: 200, words: Buffer.alloc(0) })
      return
    }
    const found = objects.get(key)
    answer(request, response, found === undefined ? { status: 404, words: 'NoSuchKey' } : { status: 200, words: found })
  }

  return {
    settings: {
      ...{ S3_ENDPOINT: server.url, S3_BUCKET: bucket, S3_REGION: region },
      ...{ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
    },
    endpoint: server.url,
    objects,
    answers,
    failNext: (...statuses) => void failures.push(...statuses),
    close: () => server.close(),
  }
}

/** The service's word for what is wrong with a request; null when it may be served. */
const refuse = (request: IncomingMessage, body: Buffer): string | null => {
  const given = readAuthorization(request.headers.authorization ?? '')
  if (given === null) return 'AccessDenied'
  const moment = header(request, 'x-amz-date')
  const time = moment.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  if (!(Math.abs(Date.parse(time) - Date.now()) < skewMs)) return 'RequestTimeTooSkewed'
  if (given.credential !== `${accessKeyId}/${moment.slice(0, 8)}/${region}/s3/aws4_request`) return 'InvalidAccessKeyId'
  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))]
  if (!mustBeSigned.every((name) => given.names.includes(name))) return 'AccessDenied'
  const bodyHash = createHash('sha256').update(body).digest('hex')
  if (header(request, 'x-amz-content-sha256') !== bodyHash) return 'XAmzContentSHA256Mismatch'
  return sameText(given.signature, signatureOf(request, { moment, bodyHash, names: given.names }))
    ? null
    : 'SignatureDoesNotMatch'
}

const readAuthorization = (line: string) => {
  const [, credential = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=(\S+?), ?SignedHeaders=(\S+?), ?Signature=([0-9a-f]{64})$/.exec(line) ?? []
  return signature === '' ? null : { credential, names: names.split(';'), signature }
}

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '')

/** Written from the description of the protocol, apart from the product's own signing. */
const signatureOf = (
  request: IncomingMessage,
  { moment, bodyHash, names }: { moment: string; bodyHash: string; names: readonly string[] },
): string => {
  let canonical = `${request.method}\n${request.url?.split('?')[0]}\n${request.url?.split('?')[1] ?? ''}\n`
  for (const name of names) canonical += `${name}:${header(request, name)}\n`
  canonical += `\n${names.join(';')}\n${bodyHash}`
  const day = moment.slice(0, 8)
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const text = `AWS4-HMAC-SHA256\n${moment}\n${day}/${region}/s3/aws4_request\n${hashed}`
  const step = (key: string | Buffer, part: string) => createHmac('sha256', key).update(part).digest()
  const key = step(step(step(step(`AWS4${secretAccessKey}`, day), region), 's3'), 'aws4_request')
  return step(key, text).toString('hex')
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
