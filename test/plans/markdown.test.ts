import { expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { readMarkdown } from '../../plans/readers/markdown.ts'
import { readText } from '../../plans/readers/txt.ts'

const found = (text: string): (readonly [number, string])[] =>
  readMarkdown(text).blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [[block.line, block.text] as const]
      : block.rows.map(({ line, cells }) => [line, cells.map((cell) => cell.text).join(' | ')] as const),
  )

test('headings, emphasis, links and escapes give way to their words; numbers stay as they are written', () => {
  const text =
    '# KẾ HOẠCH\n\n**Số:** 1/KH-UBND\n\n3. Ba\n4. Bốn\n   - `a`\n   * [b](http://c)\n\n5\\. Năm\n\na) *chữ*\n'
  expect(found(text)).toEqual([
    [1, 'KẾ HOẠCH'],
    [3, 'Số: 1/KH-UBND'],
    [5, '3. Ba'],
    [6, '4. Bốn'],
    [7, '- a'],
    [8, '- b'],
    [10, '5. Năm'],
    [12, 'a) chữ'],
  ])
})

test('a table of bars is a table, its rows on their lines', () => {
  const text =
    'Phụ lục\n\n| STT | Nhiệm vụ | Chủ trì |\n|:---|:---:|---|\n| 1 | Rà soát<br>a \\| b | **Sở Y tế** |\n\nHết\n'
  expect(found(text)).toEqual([
    [1, 'Phụ lục'],
    [3, 'STT | Nhiệm vụ | Chủ trì'],
    [5, '1 | Rà soát\na | b | Sở Y tế'],
    [7, 'Hết'],
  ])
})

test('a table of HTML between the lines is one too', () => {
  expect(found('Trước\n\n<table><tr><td>1</td><td>a</td></tr></table>\n\nSau\n')).toEqual([
    [1, 'Trước'],
    [3, '1 | a'],
    [5, 'Sau'],
  ])
})

test('Markdown with rows of tabs is plain text with tables, as it always was', async () => {
  const text = '## KẾ HOẠCH\n\n**STT**\tNhiệm vụ\tĐơn vị chủ trì\n1\t<ul><li>Rà soát</li></ul>\tSở Nội vụ\n'
  const bytes = new TextEncoder().encode(text)
  const asMarkdown = await readPlan({ name: 'a.md', bytes })
  expect(asMarkdown).toEqual(await readPlan({ name: 'a.txt', bytes }))
  expect(asMarkdown.tasks).toMatchObject([{ title: 'Rà soát', lead: ['Sở Nội vụ'] }])
  expect(readText(text).blocks).toHaveLength(2)
})
