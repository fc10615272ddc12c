import { isPrivateHost } from '../emulator/addresses.ts'
import { badRequest } from './envelope.ts'
import type { PhotoFetch, ZaloWorld } from './world.ts'

const look = async (url: string): Promise<PhotoFetch> => {
  const atMs = performance.now()
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    return { atMs, status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    return { atMs, status: null, bytes: new Uint8Array() }
  }
}

const checkAddress = (world: ZaloWorld, address: string): void => {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) throw badRequest('photo must be an http(s) address')
  if (isPrivateHost(url.hostname) && !world.habits.allowLoopbackPhotos) throw badRequest('photo must be public')
}

/** Fetches a photo as the service does: once before it answers, once more later. The list grows by the second look. */
export const fetchPhoto = async (world: ZaloWorld, url: string): Promise<readonly PhotoFetch[]> => {
  checkAddress(world, url)
  const first = await look(url)
  if (first.status !== 200 || first.bytes.length === 0) throw badRequest('photo could not be fetched')
  const fetches = [first]
  const later = async (): Promise<void> => {
    fetches.push(await look(url))
    world.changes.notify()
  }
  setTimeout(() => void later(), world.habits.photoRefetchMs)
  return fetches
}
