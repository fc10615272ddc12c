/** Tone letters of the Telex keyboard, as combining marks. */
const tones: Readonly<Record<string, string>> = {
  ...{ s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' },
}

const shapes: readonly (readonly [RegExp, string])[] = [
  [/dd/u, 'đ'],
  [/aa/u, 'â'],
  [/ee/u, 'ê'],
  [/oo/u, 'ô'],
  [/uwow?|uo(?=\p{L}*w)/u, 'ươ'],
  [/(?<=ươ\p{L}*)w/u, ''],
  [/u(a\p{L}*)w/u, 'ư$1'],
  [/uw/u, 'ư'],
  [/ow/u, 'ơ'],
  [/aw/u, 'ă'],
]
const tone = /(?<=[aeiouyâêôơưă]\p{L}*)[sfrxj](?=[a-z]*$)/u

/** "ddax" → "đã": what a Telex keyboard would have made of it; null for what no such slip explains. */
const readTelex = (typed: string): string | null => {
  if (!/^[a-z]{2,9}$/u.test(typed) || !/dd|[sfrxjw]|aa|ee|oo/u.test(typed)) return null
  const shaped = shapes.reduce((word, [keys, letter]) => word.replace(keys, letter), typed)
  const mark = tone.exec(shaped)
  return mark === null ? shaped : shaped.slice(0, mark.index) + shaped.slice(mark.index + 1) + (tones[mark[0]] ?? '')
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A spelling with its tone moved to the end, where Telex types it and its place does not matter. */
const withToneLast = (spelling: string): string => {
  const apart = spelling.normalize('NFD')
  return apart.replace(toneMarks, '').normalize('NFC') + (apart.match(toneMarks) ?? []).join('')
}

/** Finds among known spellings the one that was meant by Telex keys that stayed keys. */
export const createTelexReader = (spellings: Iterable<string>): ((typed: string) => string | null) => {
  const byKeys = new Map([...spellings].map((spelling) => [withToneLast(spelling), spelling]))
  return (typed) => {
    const read = readTelex(typed)
    return read === null ? null : (byKeys.get(read) ?? null)
  }
}
