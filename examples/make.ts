/** Writes the sample plan in its three formats and the sample directory beside this file: `node examples/make.ts`. */
import { writeFile } from 'node:fs/promises'
import { type OfficeBlock, type OfficeCell, type OfficeTable, toDocx, toXlsx } from './office-files.ts'
import { directoryColumns, directoryRows } from './sample-directory.ts'
import {
  body,
  firstAnnex,
  kind,
  letterhead,
  type SampleAnnex,
  type SampleRow,
  secondAnnex,
  signature,
  title,
} from './sample-plan.ts'

const annexes = [firstAnnex, secondAnnex]

const bulleted = (cell: string): string =>
  cell.includes('\n')
    ? `<ul>${cell
        .split('\n')
        .map((item) => `<li>${item}</li>`)
        .join(' ')}</ul>`
    : cell

const isSection = (row: SampleRow): boolean => row.length < 4

const textRow = (row: SampleRow, width: number): string => {
  const cells = isSection(row)
    ? row.map((cell, at) => (at === row.length - 1 ? `<b>${cell}</b>` : cell))
    : row.map(bulleted)
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')].join('\t')
}

/** The two halves of a row that a page break cut. */
const halves = (row: SampleRow, after: ReadonlyMap<number, string>): readonly [SampleRow, SampleRow] => {
  const cut = row.map((cell, at) => {
    const end = after.get(at)
    return end === undefined ? cell.length : cell.indexOf(end) + end.length
  })
  return [row.map((cell, at) => cell.slice(0, cut[at])), row.map((cell, at) => cell.slice(cut[at]).trim())]
}

const textAnnex = ({ heading, columns, rows, broken }: SampleAnnex): string[] => {
  const header = columns.join('\t')
  const lines = rows.flatMap((row, at) => {
    if (broken?.row !== at) return [textRow(row, columns.length)]
    const [first, second] = halves(row, broken.after)
    return [textRow(first, columns.length), '', '', header, textRow(second, columns.length)]
  })
  return [
    `**${heading[0] ?? ''}**`,
    '',
    `**${heading[1] ?? ''}**`,
    '',
    `*${heading[2] ?? ''}*`,
    '',
    header,
    ...lines,
    '',
  ]
}

const asText = (): string =>
  [
    ...letterhead.left.map((line) => `**${line}**`),
    ...letterhead.right,
    '',
    `## ${kind}`,
    '',
    `### ${title}`,
    '',
    ...body.flatMap((line) => [/^[IVX]+\./u.test(line) ? `#### ${line}` : line, '']),
    ...signature.left,
    ...signature.right.map((line) => `**${line}**`),
    '',
    ...annexes.flatMap(textAnnex),
  ].join('\n')

const dateIn = (cell: string): Date | null => {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/u.exec(cell) ?? []
  return year === undefined ? null : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
}

const officeRow = (row: SampleRow, width: number): OfficeCell[] => {
  const last = row.length - 1
  if (!isSection(row)) return row.map((text) => ({ text, date: dateIn(text) }))
  return row.map((text, at) => ({ text, bold: true, columns: at === last ? width - last : 1 }))
}

const officeTable = ({ columns, widths, rows }: SampleAnnex): OfficeTable => ({
  kind: 'table',
  widths,
  rows: [columns.map((text) => ({ text, bold: true })), ...rows.map((row) => officeRow(row, columns.length))],
})

const officeAnnex = (annex: SampleAnnex): OfficeBlock[] => [
  { kind: 'lines', lines: annex.heading, bold: true, centred: true },
  officeTable(annex),
]

const beside = ({
  left,
  right,
}: {
  readonly left: readonly string[]
  readonly right: readonly string[]
}): OfficeTable => ({
  kind: 'table',
  widths: [50, 50],
  rows: [[{ text: left.join('\n') }, { text: right.join('\n') }]],
})

const words = (): OfficeBlock[] => [
  beside(letterhead),
  { kind: 'lines', lines: [kind, title], bold: true, centred: true },
  { kind: 'lines', lines: body },
  beside(signature),
]

const sheets = (): Parameters<typeof toXlsx>[0] => [
  {
    name: 'Kế hoạch',
    blocks: [
      { kind: 'lines', lines: [...letterhead.left, ...letterhead.right, kind, title], bold: true },
      { kind: 'lines', lines: [...body, ...signature.left, ...signature.right] },
    ],
  },
  ...annexes.map((annex, at) => ({ name: `Phụ lục 0${at + 1}`, blocks: officeAnnex(annex) })),
]

const write = (extension: string, content: string | Buffer): Promise<void> =>
  writeFile(new URL(`ke-hoach-mau.${extension}`, import.meta.url), content)

await write('txt', asText())
await write('xlsx', await toXlsx(sheets()))
await write('docx', await toDocx([...words(), ...annexes.flatMap(officeAnnex)]))

const directory: OfficeTable = {
  kind: 'table',
  widths: [36, 18, 14, 36, 24, 22, 14, 14],
  rows: [
    directoryColumns.map((text) => ({ text, bold: true })),
    ...directoryRows.map((row) => row.map((text) => ({ text, date: dateIn(text) }))),
  ],
}

await writeFile(
  new URL('danh-muc-don-vi-mau.xlsx', import.meta.url),
  await toXlsx([{ name: 'Danh mục đơn vị', blocks: [directory] }]),
)
