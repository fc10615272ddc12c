import { type PlanDocument, tidy } from '../document.ts'
import { readParts } from './archive.ts'
import { createBodyBuilder, type Content } from './docx-body.ts'
import { createNumbering, type Numbering } from './docx-numbering.ts'
import { readStyles, type Styles } from './docx-styles.ts'
import { blocksOf } from './flow.ts'
import { walkXml } from './office-xml.ts'

const wanted = /^word\/(?:document|styles|numbering|header|footer)\d*\.xml$/u

/** Without its end the file was cut off, or something else wrote it. */
const isWhole = (xml: string): boolean => /<\/(?:\w+:)?document>\s*$/u.test(xml)

const linesOf = (content: Content): string[] =>
  blocksOf(content).flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map(({ text }) => text)),
  )

const unnumbered: Numbering = { next: () => '' }

const marginsIn = (xml: string, styles: Styles): Content[] => {
  const builder = createBodyBuilder(styles, unnumbered)
  walkXml(xml, builder)
  return [builder.content, ...builder.margins]
}

/**
 * Reads a Word file: its paragraphs with the numbers that Word counts, its tables with merged cells, tracked changes as
 * accepted; headers, footers, text boxes and watermarks as margins. Pictures, macros and footnotes are not looked at.
 */
export const readDocx = async (bytes: Uint8Array): Promise<PlanDocument> => {
  const parts = await readParts(bytes, wanted)
  const named = (part: string): string[] =>
    [...parts].filter(([name]) => name.startsWith(`word/${part}`)).map(([, xml]) => xml)
  const document = named('document').find(isWhole)
  if (document === undefined) throw new Error('the document is cut off')
  const styles = readStyles(named('styles')[0] ?? '')
  const builder = createBodyBuilder(styles, createNumbering(named('numbering')[0] ?? '', styles))
  walkXml(document, builder)
  const around = [...named('header'), ...named('footer')].flatMap((xml) => marginsIn(xml, styles))
  const margins = [...builder.margins, ...around].flatMap(linesOf).map(tidy)
  return { blocks: blocksOf(builder.content), margins: margins.filter((text) => text !== '') }
}
