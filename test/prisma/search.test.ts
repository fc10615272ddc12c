import { beforeAll, expect, test } from 'vitest'
import { searchWords } from '../../domain/search-words.ts'
import { addPlan, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  const to = ['Phòng Nội vụ']
  await addPlan(database, ward, [
    { title: 'Báo cáo kết quả', requirement: 'Nêu rõ thủ tục đã công khai', to, occurrences: ['2026-03-20'] },
    {
      title: 'Công khai THỦ TỤC hành chính',
      to: ['Phòng Nội vụ', 'Phòng Y tế'],
      occurrences: ['2026-06-20', '2026-03-06'],
    },
    { title: 'Rà soát thủ tục'.normalize('NFD'), to: ['Phòng Tư pháp'] },
    { title: 'Nộp thuế', section: 'IV. Tài chính công', code: '4.1.2', output: 'Biên lai', to },
    { title: 'Việc chưa giao cho ai, về thủ tục', to: [] },
  ])
  await addPlan(database, ward, [{ title: 'Chuyển đổi số', to }], { number: '229/KH-UBND' })
})

const find = async (typed: string, agency?: string, page = { offset: 0, limit: 10 }) => {
  const agencyIds = agency === undefined ? 'all' : [ward.agency(agency)]
  const found = await within(database, ward.id, ({ search }) =>
    search.findTasks(searchWords(typed), { agencyIds }, page),
  )
  return { numbers: found.items.map(({ number }) => number), total: found.total, items: found.items }
}

test.each([
  ['thủ tục', [2, 3, 1]],
  ['thu tuc', [2, 3, 1]],
  ['THỦ TỤC'.normalize('NFD'), [2, 3, 1]],
  ['tục công khai', [1, 2]],
  ['thu', [2, 3, 1]],
  ['th', []],
  ['thue', [4]],
  ['tai chinh cong', [4]],
  ['bien lai', [4]],
  ['4.1.2', [4]],
  ['229', [6]],
  ['229/KH-UBND', [6]],
  ['01/kh chuyển', []],
  ['chuyen doi 229', [6]],
  ["' OR 1=1 --", []],
  ['(.*', []],
  ['không có gì như vậy', []],
])('%j finds %j', async (typed, numbers) => {
  const { numbers: found, total } = await find(typed)
  expect(found).toEqual(numbers)
  expect(total).toBe(numbers.length)
})

test('what is found says when it is due and how many agencies have finished', async () => {
  const { items } = await find('công khai thủ tục hành chính')
  expect(items).toEqual([
    {
      ...{ number: 2, title: 'Công khai THỦ TỤC hành chính', planNumber: '01/KH-UBND' },
      ...{ dueOn: '2026-03-06', open: true, agencies: 2, finished: 0 },
    },
  ])
  const done = { state: 'done', doneOn: new Date('2026-03-01') } as const
  const agencyId = ward.agency('Phòng Y tế')
  await database.client.assignment.updateMany({ where: { agencyId }, data: done })
  expect((await find('thủ tục hành chính')).items[0]).toMatchObject({ agencies: 2, finished: 1, open: true })
  expect((await find('thủ tục hành chính', 'Phòng Y tế')).items[0]).toMatchObject({ open: false, dueOn: null })
})

test('only what an agency was given is found for it, page by page', async () => {
  expect((await find('thủ tục', 'Phòng Tư pháp')).numbers).toEqual([3])
  expect((await find('thủ tục', 'Trạm Y tế')).numbers).toEqual([])
  const first = await find('thủ tục', undefined, { offset: 0, limit: 2 })
  const second = await find('thủ tục', undefined, { offset: 2, limit: 2 })
  expect([...first.numbers, ...second.numbers]).toEqual([2, 3, 1])
  expect([first.total, second.total]).toEqual([3, 3])
})

test('without words nothing is found', async () => {
  expect(await find('…')).toMatchObject({ numbers: [], total: 0 })
})
