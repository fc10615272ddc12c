import { toDamagedText } from './damage.ts'
import { toDocx } from './render-docx.ts'
import { ownForm, toCsv, toHtml, toMarkdown, toText } from './render-text.ts'
import { toXlsx } from './render-xlsx.ts'
import type { Sample, TaskLabel } from './sample.ts'

/** A file of a sample as a reader would be given it, and the labels it is to be read by. */
export type SampleFile = {
  readonly name: string
  readonly scanned: boolean
  readonly bytes: Buffer
  readonly labels: readonly TaskLabel[]
}
const text = (words: string): Promise<Buffer> => Promise.resolve(Buffer.from(words, 'utf8'))
type Maker = {
  readonly name: string
  readonly when: (sample: Sample) => boolean
  readonly make: (sample: Sample) => Promise<Buffer>
}
const always = (): boolean => true
const isTable = (sample: Sample): boolean => sample.about['sheet'] === 'yes'

const MAKERS: readonly Maker[] = [
  { name: 'plan.docx', when: always, make: toDocx },
  { name: 'plan.html', when: always, make: (sample) => text(toHtml(sample)) },
  { name: 'plan.md', when: always, make: (sample) => text(toMarkdown(sample)) },
  { name: 'plan.txt', when: always, make: (sample) => text(toText(sample)) },
  {
    name: 'cells.txt',
    when: isTable,
    make: (sample) =>
      text(toText(sample, { ...ownForm(sample), cells: ownForm(sample).cells === 'tab' ? 'line' : 'tab' })),
  },
  {
    name: 'lines.txt',
    when: (sample) => !isTable(sample),
    make: (sample) => text(toText(sample, { ...ownForm(sample), width: ownForm(sample).width === 0 ? 80 : 0 })),
  },
  { name: 'plan.xlsx', when: isTable, make: toXlsx },
]

/** Every file of a sample that libraries can make. */
export const filesOf = async (sample: Sample): Promise<SampleFile[]> => {
  const files = MAKERS.filter(({ when }) => when(sample)).map(async ({ name, make }) => ({
    name,
    scanned: false,
    bytes: await make(sample),
    labels: sample.tasks,
  }))
  const made: SampleFile[] = await Promise.all(files)
  if (sample.about['csv'] === 'yes')
    made.push({ name: 'plan.csv', scanned: false, bytes: await text(toCsv(sample)), labels: sample.rowTasks })
  if (sample.about['ocr'] === 'yes') {
    const damaged = toDamagedText(sample)
    made.push({ name: 'scanned.txt', scanned: true, bytes: await text(damaged.text), labels: damaged.tasks })
  }
  return made
}
