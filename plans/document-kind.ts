import { fold } from '../domain/fold.ts'
import { likeness } from '../domain/likeness.ts'

const kinds = [
  'KẾ HOẠCH',
  'QUYẾT ĐỊNH',
  'CHƯƠNG TRÌNH',
  'CHƯƠNG TRÌNH CÔNG TÁC',
  'BÁO CÁO',
  'THÔNG BÁO',
  'CHỈ THỊ',
  'HƯỚNG DẪN',
  'ĐỀ ÁN',
  'PHƯƠNG ÁN',
  'NGHỊ QUYẾT',
  'TỜ TRÌNH',
  'CÔNG VĂN',
  'CÔNG ĐIỆN',
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
]
const byFolded = new Map(kinds.map((kind) => [fold(kind), kind]))

const longest = 30
const likely = 0.85

/** The kind of document that a line states alone and in capitals, also where scanning damaged it; null for any other line. */
export const kindOf = (text: string): string | null => {
  const line = text.replace(/[\s:.*_]+$/u, '')
  if (line.length > longest || line === '') return null
  const known = byFolded.get(fold(line))
  if (known !== undefined) return known
  if (/\p{Ll}{3}/u.test(line) || !/\p{Lu}{2}/u.test(line)) return null
  return kinds.find((kind) => Math.abs(kind.length - line.length) <= 2 && likeness(line, kind, true) >= likely) ?? null
}
