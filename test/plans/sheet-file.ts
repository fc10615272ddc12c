import { strToU8, zipSync } from 'fflate'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export interface SheetParts {
  readonly name?: string
  /** "hidden", "veryHidden" */
  readonly state?: string
  /** What stands before and after the rows: columns, merged cells, header and footer. */
  readonly before?: string
  readonly after?: string
  readonly rows: readonly string[]
}

const sheetXml = ({ before = '', after = '', rows }: SheetParts): Uint8Array =>
  strToU8(`<worksheet ${main}>${before}<sheetData>${rows.join('')}</sheetData>${after}</worksheet>`)

/** A workbook with these sheets; further parts by their whole name, properties of the workbook before its sheets. */
export const sheetFile = (
  sheets: readonly SheetParts[],
  parts: Readonly<Record<string, string>> = {},
  properties = '',
): Uint8Array => {
  const entries = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  )
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${properties}<sheets>${entries.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  })
}

/** Styles whose cells have these number formats, by their codes; 0 is the general one. */
export const stylesXml = (...codes: readonly string[]): string =>
  `<styleSheet ${main}><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
  `<cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}</cellXfs></styleSheet>`

export const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
export const numberCell = (place: string, value: number, style = 0): string =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`
export const sheetRow = (line: number, cells: string, attributes = ''): string =>
  `<row r="${line}" ${attributes}>${cells}</row>`
