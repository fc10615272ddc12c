import { AppError } from '../../domain/errors.ts'
import type { IncomingFile } from '../../domain/incoming.ts'
import type { PlanFile } from '../../domain/plan-document.ts'

/** More than Zalo makes of any photo. */
const limitBytes = 20 * 1024 * 1024
const answerMs = 30_000

/**
 * Whether an address can be one of Zalo's own servers: a named host over https, or the very server that the bot talks
 * to. Updates come from Zalo alone, but nothing should make this machine look around in its own network.
 */
export const isPhotoAddress = (address: string, apiRoot: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, origin, username } = new URL(address)
  if (origin === new URL(apiRoot).origin) return true
  const isNamed =
    /\.[a-z][a-z-]*[a-z]$/u.test(hostname) && !/\.(?:local|localhost|internal|lan|home|arpa)$/u.test(hostname)
  return protocol === 'https:' && isNamed && username === ''
}

/** A photo that an update told of, from where Zalo keeps it. Throws AppError 'file-unavailable'. */
export const fetchPhoto = async (apiRoot: string, file: IncomingFile): Promise<PlanFile> => {
  try {
    if (!isPhotoAddress(file.reference, apiRoot)) throw new Error('the photo is not at an address of Zalo')
    const signal = AbortSignal.timeout(answerMs)
    const response = await fetch(file.reference, { signal, redirect: 'error' })
    if (!response.ok || response.body === null) throw new Error(`Zalo answered ${response.status} for a photo`)
    return { name: file.name, bytes: await readLimited(response.body) }
  } catch (error) {
    throw new AppError('file-unavailable', { name: file.name }, { cause: error })
  }
}

const readLimited = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > limitBytes) throw new Error('the photo is too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
