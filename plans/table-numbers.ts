const numberPattern = /^(?:\d{1,5}(?:\.\d{1,3})*|[IVXLC]{1,6}|\p{L})$/u
const leadingNumber = /^(\d{1,3}(?:[.,]\d{1,3})*|[IVX]{1,6}|[A-Z])\s?[.)/]\s*(?=[\p{L}“"])(.+)$/su
const leadingMarker = /^(?:(\p{Ll}|\d{1,2}(?:\.\d{1,2})*)\s?[.)/]\s*(?=[\p{L}“"\d])|([-–+•])\s*(?=[\p{L}“"\d]))(.+)$/su

/** What scanning makes of figures: "l" for 1, "O" for 0, where a figure stands beside them or nothing else does. */
const withFigures = (text: string): string => {
  if (!/^(?=.*\d)[\dlI|!O.,)\s]+$|^[l|!][.)]?$/u.test(text.trim())) return text
  return text.replaceAll(/[lI|!]/gu, '1').replaceAll('O', '0')
}

/** "7,3" → "7.3", "1.1." → "1.1", "a)" → "a"; null for what numbers nothing. */
export const readCode = (text: string): string | null => {
  if (text.length > 20) return null
  const code = withFigures(text)
    .replace(/\s/gu, '')
    .replaceAll(',', '.')
    .replace(/^\(|[.):/]+$/gu, '')
  return numberPattern.test(code) ? code : null
}

/** The number before a row's words, and the words behind it; null where none stands there. */
export const leadingCode = (text: string): { readonly number: string; readonly words: string } | null => {
  const found = leadingNumber.exec(text)
  const number = readCode(found?.[1] ?? '')
  return number === null ? null : { number, words: (found?.[2] ?? '').trim() }
}

/** What an item of a list begins with: "a", "1", "-" for dashes of any kind, '' for none. */
export const markerOf = (text: string): string => {
  const marked = leadingMarker.exec(text)
  return marked === null ? '' : (marked[1] ?? '-')
}
