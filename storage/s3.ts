import { setTimeout as sleep } from 'node:timers/promises'
import type { FileStorage } from '../domain/ports/files.ts'
import { requireKey } from './key.ts'
import { type S3Credentials, type S3Request, signS3 } from './s3-signature.ts'

export interface S3Settings extends S3Credentials {
  /** "https://s3.example.vn", without a slash at the end. */
  readonly endpoint: string
  readonly bucket: string
}

/** What the storage answered instead of what was asked for. Its body is left out: it repeats what was signed. */
class S3Refusal extends Error {
  override readonly name = 'S3Refusal'
  readonly status: number

  constructor(method: string, status: number) {
    super(`the storage answered ${method} with ${status}`)
    this.status = status
  }
}

/** A busy storage is asked again after so many milliseconds. */
const pausesMs = [300, 1200]
/** A storage that does not answer must not hold up a person who waits. */
const answerMs = 30_000

/**
 * A bucket of any storage that speaks S3, addressed by its path. `now` is the true time: signatures are only good for
 * minutes.
 */
export const createS3Storage = (settings: S3Settings, now: () => Date): FileStorage => {
  const ask = (method: 'GET' | 'PUT', key: string, body?: Uint8Array): Promise<Response> => {
    requireKey(key)
    const url = new URL(`${settings.endpoint}/${settings.bucket}/${key}`)
    return send({ method, url, ...(body === undefined ? {} : { body }) }, settings, now)
  }
  return {
    put: async (key, bytes) => {
      const { ok, status } = await ask('PUT', key, bytes)
      if (!ok) throw new S3Refusal('PUT', status)
    },
    get: async (key) => {
      const response = await ask('GET', key)
      if (response.status === 404) return null
      if (!response.ok) throw new S3Refusal('GET', response.status)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

/** Both requests may be sent again: the same key gets the same bytes. */
const send = async (request: S3Request, settings: S3Settings, now: () => Date): Promise<Response> => {
  for (const pause of pausesMs) {
    const response = await sendOnce(request, settings, now).catch(() => null)
    if (response !== null && response.status < 500 && response.status !== 429) return response
    await response?.body?.cancel()
    await sleep(pause)
  }
  return sendOnce(request, settings, now)
}

const sendOnce = (request: S3Request, settings: S3Settings, now: () => Date): Promise<Response> =>
  fetch(request.url, {
    method: request.method,
    headers: signS3(request, settings, now()),
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
    ...(request.body === undefined ? {} : { body: new Uint8Array(request.body) }),
  })
