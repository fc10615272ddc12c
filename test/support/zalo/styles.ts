import { z } from 'zod'
import { splitsPair } from '../emulator/text-units.ts'
import type { SeenEntity } from '../person-driver.ts'
import { badRequest } from './envelope.ts'

/** The codes of the documentation: bold, italic …, sizes, colours, lists, indents. */
const codes = /^(b|i|u|s|f_(13|15|18|20)|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5])$/

const styleSchema = z.object({
  start: z.number().int().min(0),
  len: z.number().int().min(1),
  st: z.array(z.string().regex(codes)).min(1),
})

export type TextStyle = z.infer<typeof styleSchema>

const checkPlace = ({ start, len }: TextStyle, text: string): void => {
  const end = start + len
  if (end > text.length) throw badRequest(`a style reaches ${end} in a text of ${text.length}`)
  if (splitsPair(text, start) || splitsPair(text, end)) throw badRequest('a style cuts a character in two')
}

/** Reads and checks `text_styles`: known codes, within the text, whole characters. Counted in UTF-16 units. */
export const parseStyles = (raw: unknown, text: string): readonly TextStyle[] => {
  if (raw === undefined) return []
  const parsed = z.array(styleSchema).safeParse(raw)
  if (!parsed.success) throw badRequest(`text_styles: ${parsed.error.issues[0]?.message ?? 'wrong'}`)
  for (const style of parsed.data) checkPlace(style, text)
  return parsed.data
}

const names = new Map([
  ['b', 'bold'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['s', 'strikethrough'],
])

/** Styles in the words that all channels share. */
export const asEntities = (styles: readonly TextStyle[]): readonly SeenEntity[] =>
  styles.flatMap(({ start, len, st }) =>
    st.map((code) => ({ type: names.get(code) ?? code, offset: start, length: len })),
  )
