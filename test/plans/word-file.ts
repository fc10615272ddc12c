import { strToU8, zipSync } from 'fflate'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

const part = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`)

/** A Word file with this body, and further parts by name: { numbering: '<w:num …>' }. */
export const wordFile = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, part(name, xml)])),
  })

export const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph; its properties stand before its words. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${words(text)}</w:p>`

export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

/** The shape of a list: format and text of each level. */
export const shape = (id: number, ...levels: readonly (readonly [string, string, string?])[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, more = ''], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`,
    )
    .join('')}</w:abstractNum>`

/** A list of that shape. */
export const list = (id: number, ofShape: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${ofShape}"/>${overrides}</w:num>`
