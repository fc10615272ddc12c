import { type Heard, markers, stretchesOf, takeOut } from './hear.ts'

const address = /(?:https?:\/\/|www\.)[^\s<>"“”]+|(?<![\p{L}\p{N}@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"“”]*/giu
/** Punctuation of the sentence, not of the address. */
const trailing = /[.,;:!?…)\]}'”]+$/u

const kinds = 'công văn|cv|văn bản|vb|báo cáo|bc|quyết định|qđ|kế hoạch|kh|tờ trình|ttr|thông báo|tb|biên bản'
const day = String.raw`\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?`
/** "CV số 123/SNV-CCHC ngày 5/6", "12/2024/QĐ-UBND", "công văn số 45". */
const documentNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:(?:${kinds})\s+)?(?:số\s*:?\s*)?\d{1,6}(?:/\d{4})?/(?:\p{Lu}{2,}[\p{Lu}\d]*(?:[-–]\p{Lu}+)*|\p{L}{2,}(?:[-–]\p{L}{2,})+)` +
    String.raw`|(?:${kinds})\s+(?:số\s*:?\s*\d{1,6}|\d{1,6}(?=\s+(?:ngày|ngay)\s)))(?![\p{L}\p{N}])(?:\s+ng[aà]y\s+(?:${day}))?`,
  'giu',
)

/** Addresses as they were written, each once; they are kept and never fetched. */
export const takeLinks = (heard: Heard): { readonly links: readonly string[]; readonly rest: Heard } => {
  const found = [...heard.text.matchAll(address)].map((match) => {
    const link = match[0].replace(trailing, '')
    return { link, start: match.index, end: match.index + link.length }
  })
  return {
    links: [...new Set(found.map(({ link }) => link))],
    rest: takeOut(heard, found, markers.link),
  }
}

/** Numbers of official documents, which prove as much as an address does. */
export const takeDocuments = (heard: Heard): { readonly documents: readonly string[]; readonly rest: Heard } => {
  const found = [...heard.text.matchAll(documentNumber)]
  return {
    documents: [...new Set(found.map(([words]) => words))],
    rest: takeOut(heard, stretchesOf(found), markers.document),
  }
}
