import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { readFile, withoutLines } from './support.ts'

// The sample plan of examples/ as LibreOffice saved it: an office's file comes from whatever program it has.

const original = await readFile(new URL('../../examples/ke-hoach-mau.docx', import.meta.url))
const converted = (name: string) =>
  readPlan({ name, bytes: readFileSync(new URL(`./converted/${name}`, import.meta.url)) })

test.each(['ke-hoach-mau.docx', 'ke-hoach-mau.xlsx', 'ke-hoach-mau.word.html', 'ke-hoach-mau.sheets.html'])(
  'the sample plan reads the same from %s',
  async (name) => {
    const plan = await converted(name)
    expect(plan.document).toEqual(original.document)
    expect(withoutLines(plan.tasks)).toEqual(withoutLines(original.tasks))
  },
)

test('its second annex reads the same from .csv, except that it is the only one there', async () => {
  const { tasks } = await converted('phu-luc-02.csv')
  const annex = original.tasks.filter(({ code }) => code.startsWith('PL2-'))
  expect(withoutLines(tasks)).toEqual(withoutLines(annex))
})

test('lists that were numbered by the program keep their numbers', async () => {
  const { tasks } = await converted('danh-sach.docx')
  const table = tasks.filter(
    ({ occurrences }) => occurrences.includes('2026-03-31') || occurrences.includes('2026-09-30'),
  )
  expect(table.map(({ code, lead }) => [code, lead])).toEqual(
    expect.arrayContaining([
      ['1', ['Phòng Kinh tế']],
      ['2', ['Trung tâm Phục vụ hành chính công']],
    ]),
  )
  const listed = tasks.filter(({ lead }) => lead.some((name) => name.startsWith('Văn phòng HĐND')))
  expect(listed.map(({ occurrences }) => occurrences)).toEqual([['2026-06-19'], ['2026-12-14']])
})
