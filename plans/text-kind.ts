import { tableDelimiter } from './readers/csv.ts'

/** What a text is written in. */
export type TextKind = 'html' | 'csv' | 'markdown' | 'text'

const page = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table)[\s>]/iu

/** The end of some element of a page: a part of a page has no head, and may begin with anything. */
const elementEnd = /<\/(?:p|div|span|h[1-6]|ul|ol|li|table|tr|td|section|article|center|font|b|strong)\s*>/iu

/** The line between the header and the rows of a Markdown table: "| --- | :--: |". */
const pipeRule = /^ {0,3}\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/mu

const named = (name: string, ...extensions: readonly string[]): boolean =>
  extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))

/** Fields between commas or semicolons, or quoted fields with line breaks between tabs: plain lines would not show them. */
const isTable = (text: string): boolean => {
  const delimiter = tableDelimiter(text)
  return delimiter === ';' || delimiter === ',' || (delimiter === '\t' && /(?:^|\t)"[^"\t]*\n/mu.test(text))
}

const isPage = (text: string, name: string): boolean =>
  page.test(text) || ((named(name, 'html', 'htm', 'xhtml') || /^\s*</u.test(text)) && elementEnd.test(text))

/** What a text is by its content; where that leaves it open, its name says. Rows of tabs are plain text in any of them. */
export const textKind = (text: string, name: string): TextKind => {
  if (isPage(text, name)) return 'html'
  if (named(name, 'csv', 'tsv')) return 'csv'
  if (pipeRule.test(text)) return 'markdown'
  if (named(name, 'md', 'markdown') && !text.includes('\t')) return 'markdown'
  return isTable(text) ? 'csv' : 'text'
}
