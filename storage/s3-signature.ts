import { createHash, createHmac } from 'node:crypto'

export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

export interface S3Request {
  readonly method: 'GET' | 'PUT'
  readonly url: URL
  /** Signed besides the host, the date and the hash of the body. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

const algorithm = 'AWS4-HMAC-SHA256'

/**
 * The headers that sign a request as AWS Signature Version 4 asks for: "Authenticating Requests: Using the
 * Authorization Header" in the API reference of Amazon S3, whose examples are the tests of this file.
 */
export const signS3 = (
  { method, url, headers = {}, body = new Uint8Array() }: S3Request,
  { accessKeyId, secretAccessKey, region }: S3Credentials,
  now: Date,
): Readonly<Record<string, string>> => {
  const moment = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const bodyHash = sha256(body)
  const added = { 'x-amz-content-sha256': bodyHash, 'x-amz-date': moment }
  const signed = sorted(Object.entries({ host: url.host, ...headers, ...added }).map(([k, v]) => [k.toLowerCase(), v]))
  const names = signed.map(([name]) => name).join(';')
  const canonical = [
    ...[method, canonicalPath(url), canonicalQuery(url)],
    ...[signed.map(([name, value]) => `${name}:${value.trim()}\n`).join(''), names, bodyHash],
  ].join('\n')
  const scope = [moment.slice(0, 8), region, 's3', 'aws4_request']
  const toSign = [algorithm, moment, scope.join('/'), sha256(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`)
  const signature = hmac(key, toSign).toString('hex')
  const authorization = `${algorithm} Credential=${[accessKeyId, ...scope].join('/')},SignedHeaders=${names},Signature=${signature}`
  return { ...headers, ...added, authorization }
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()

const sorted = (pairs: readonly (readonly string[])[]): readonly (readonly [string, string])[] =>
  pairs
    .map(([name = '', value = '']): [string, string] => [name, value])
    .sort(([a, x], [b, y]) => (a === b ? Number(x > y) - Number(x < y) : a > b ? 1 : -1))

/** Everything but letters, digits and "-._~" is written in hexadecimal: addresses leave more of it alone. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalPath = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/')

const canonicalQuery = ({ searchParams }: URL): string =>
  sorted([...searchParams].map(([name, value]) => [encoded(name), encoded(value)]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
