/** One part of a multipart body. */
export interface Part {
  readonly name: string
  /** Undefined for a plain field. */
  readonly fileName: string | undefined
  readonly type: string
  readonly bytes: Buffer
}

const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')

// Quotes are usual but not required: grammY sends file names without them, spaces and all.
const attribute = (head: string, name: string): string | undefined => {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(head)
  return found === null ? undefined : (found[1] ?? found[2] ?? '').trim()
}

const readPart = (raw: Buffer): Part | null => {
  const split = raw.indexOf(headEnd)
  if (split < 0) return null
  const head = raw.subarray(0, split).toString('utf8')
  const name = attribute(head, 'name')
  if (name === undefined) return null
  return {
    name,
    fileName: attribute(head, 'filename'),
    type: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? '',
    bytes: raw.subarray(split + headEnd.length),
  }
}

/** The parts of a multipart/form-data body; null when it is not one. */
export const readMultipart = (contentType: string, body: Buffer): readonly Part[] | null => {
  const boundary = attribute(contentType, 'boundary')
  if (boundary === undefined) return null
  const mark = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let at = body.indexOf(mark)
  while (at >= 0) {
    const start = at + mark.length + lineEnd.length
    at = body.indexOf(mark, start)
    if (at < 0) break
    const part = readPart(body.subarray(start, at - lineEnd.length))
    if (part === null) return null
    parts.push(part)
  }
  return parts
}
