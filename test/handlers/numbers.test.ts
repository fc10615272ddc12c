import { expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'

// Monday 2 March 2026.
const plan = [
  { title: 'Ban hành kế hoạch', occurrences: ['2026-02-20'], to: ['Phòng Nội vụ', 'Phòng Y tế'] },
  { title: 'Báo cáo quý I', occurrences: ['2026-03-06'], to: ['Phòng Y tế', 'Trạm Y tế'] },
  { title: 'Rà soát thủ tục', occurrences: ['2026-05-30'], to: ['Phòng Nội vụ'] },
  { title: 'Duy trì một cửa', occurrences: [], to: ['Trạm Y tế'] },
  { title: 'Việc của tư pháp', occurrences: ['2026-02-10'], to: ['Phòng Tư pháp'] },
]

/** An official of one agency who heads another, with one below that. */
const inSeveral = async (scene: Scene): Promise<ChatDriver> => {
  await scene.importPlan(plan)
  const person = await scene.person({ role: 'head', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await ask(person, `/start ${await scene.invite('official', 'Phòng Nội vụ')}`)
  await person.quiet()
  expect((await ask(person, 'nv3 xong')).text).toContain('Đã ghi NV3')
  expect((await ask(person, 'nv2 vướng: thiếu người')).text).toContain('Đã ghi NV2')
  return person
}

/** The number on a button and the length of what it opens, for every button that has one. */
const checkNumbers = async (who: ChatDriver, open: () => Promise<SeenMessage>): Promise<readonly string[]> => {
  const numbered = (await open()).choices.filter((label) => /\(\d+\)$/u.test(label))
  for (const label of numbered) {
    const shown = await choose(who, await open(), label)
    const count = /\((\d+)\)$/u.exec(label)?.[1] ?? ''
    const agencies = shown.text.split('\n').filter((line) => line.startsWith('• ')).length
    const said = label.startsWith('Từng') ? String(agencies) : /: (\d+) \(/u.exec(shown.text.split('\n')[0] ?? '')?.[1]
    expect(`${label}: ${said}`).toBe(`${label}: ${count}`)
  }
  return numbered
}

onEveryChannel('every number opens what it counts, for somebody in several agencies', async (scene) => {
  const person = await inSeveral(scene)
  const tasks = await ask(person, '/viec')
  expect(tasks.text).toContain('Việc chưa xong: 3 (Phòng Nội vụ; Phòng Y tế)')
  expect(tasks.text).not.toContain('Trạm Y tế')
  const filters = await checkNumbers(person, async () => choose(person, await ask(person, '/viec'), 'Lọc'))
  expect(filters).toEqual([
    ...['Chưa xong (3)', 'Quá hạn (2)', 'Sắp đến hạn (1)', 'Tuần này (1)', 'Vướng mắc (1)', 'Hoàn thành (1)'],
    ...['Từng đơn vị (2)', 'Cả đơn vị trực thuộc (5)'],
  ])
  const numbers = await checkNumbers(person, () => ask(person, '/tinhhinh'))
  expect(numbers).toEqual([
    ...['Quá hạn (2)', 'Sắp đến hạn (2)', 'Không thời hạn (1)', 'Hoàn thành (1)', 'Vướng mắc (1)', 'Chưa phản hồi (4)'],
    ...['Từng đơn vị (3)'],
  ])
  // From one of the agencies its own numbers go on.
  const agencies = await choose(person, await choose(person, await ask(person, '/viec'), 'Lọc'), 'Từng đơn vị (2)')
  const one = await choose(person, agencies, 'Phòng Nội vụ')
  expect(one.text).toContain('Tình hình Phòng Nội vụ, ngày 02/03/2026\nTổng số: 2 việc')
  expect((await choose(person, one, 'Quá hạn (1)')).text).toContain('Việc quá hạn: 1 (Phòng Nội vụ)')
})
