import { z } from 'zod'
import { badRequest } from './errors.ts'
import { readMultipart } from './multipart.ts'

/** A file that came in a multipart body. */
export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const record = z.record(z.string(), z.unknown())

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const scalarText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

/**
 * The parameters of one call. The service takes them from the query string, a form, JSON or multipart alike: a number
 * may come as a string and an object as JSON text.
 */
export class Params {
  readonly #values: Map<string, unknown>
  readonly #files: Map<string, UploadedFile>

  constructor(values: Map<string, unknown>, files = new Map<string, UploadedFile>()) {
    this.#values = values
    this.#files = files
  }

  has(name: string): boolean {
    return this.#values.has(name) || this.#files.has(name)
  }

  /** '' when absent. */
  text(name: string): string {
    return scalarText(this.#values.get(name))
  }

  /** Null when absent or not a whole number. */
  integer(name: string): number | null {
    const text = this.text(name)
    return /^-?\d+$/.test(text) ? Number(text) : null
  }

  flag(name: string): boolean {
    return ['true', '1', 'yes'].includes(this.text(name).toLowerCase())
  }

  /** The object or array under this name; undefined when absent. JSON text is read. */
  json(name: string): unknown {
    const value = this.#values.get(name)
    if (typeof value !== 'string') return value ?? undefined
    if (value === '') return undefined
    const parsed = parseJson(value)
    if (parsed === undefined) throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
    return parsed
  }

  /** The uploaded file of a field: sent as the field itself or by "attach://name". */
  file(name: string): UploadedFile | undefined {
    const text = this.text(name)
    return text.startsWith('attach://') ? this.#files.get(text.slice('attach://'.length)) : this.#files.get(name)
  }

  /** For the request log: files by name and size only. */
  describe(): Record<string, unknown> {
    const files = [...this.#files].map(([name, file]) => [name, { name: file.name, size: file.bytes.length }] as const)
    return Object.fromEntries<unknown>([...this.#values, ...files])
  }
}

const readForm = (type: string, body: Buffer): Params => {
  const parts = readMultipart(type, body)
  if (parts === null) throw badRequest("can't parse form data")
  const values = new Map<string, unknown>()
  const files = new Map<string, UploadedFile>()
  for (const { name, fileName, type: partType, bytes } of parts) {
    if (fileName === undefined) values.set(name, bytes.toString('utf8'))
    else files.set(name, { name: fileName, type: partType, bytes: new Uint8Array(bytes) })
  }
  return new Params(values, files)
}

/** Reads the parameters of a request from wherever they are. */
export const readParams = (query: URLSearchParams, type: string, body: Buffer): Params => {
  if (type.startsWith('multipart/form-data')) return readForm(type, body)
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return new Params(new Map<string, unknown>(new URLSearchParams(body.toString('utf8'))))
  }
  const values = new Map<string, unknown>(query)
  if (body.length === 0) return new Params(values)
  const parsed = record.safeParse(parseJson(body.toString('utf8')))
  if (!parsed.success) throw badRequest("can't parse JSON object")
  for (const [name, value] of Object.entries(parsed.data)) values.set(name, value)
  return new Params(values)
}
