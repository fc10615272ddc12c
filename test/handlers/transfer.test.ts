import { expect } from 'vitest'
import { onEveryChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver, SeenMessage } from '../support/person-driver.ts'

const ask = async (who: ChatDriver, text: string): Promise<SeenMessage> => {
  await who.say(text)
  return who.next()
}

const choose = async (who: ChatDriver, message: SeenMessage, label: string): Promise<SeenMessage> => {
  await who.choose(message, label)
  return who.next()
}

const texts = async (who: ChatDriver): Promise<readonly string[]> => (await who.quiet()).map(({ text }) => text)

/** Every assignment as it stands, by task and agency. */
const standings = async ({ database, workspace }: Scene) =>
  (
    await database.client.assignment.findMany({
      where: { workspaceId: workspace.id },
      include: { agency: true, occurrence: { include: { task: true } }, next: true },
    })
  )
    .map(({ agency, occurrence, state, percent, next }) => [
      ...[`NV${occurrence.task.number}`, agency.name, state, percent, next === null ? '–' : 'nhắc'],
    ])
    .map((row) => row.join(' '))
    .toSorted()

const plan = [
  { title: 'Báo cáo quý I', to: ['Phòng Y tế'], occurrences: ['2026-02-20'] },
  { title: 'Rà soát thủ tục', to: ['Phòng Y tế', 'Phòng Nội vụ'], occurrences: ['2026-03-20'] },
  { title: 'Khám sức khỏe', to: ['Phòng Y tế'], occurrences: ['2026-04-20'] },
]

onEveryChannel('the work of an agency that is merged goes over as a whole, and back again', async (scene) => {
  await scene.importPlan(plan)
  const { coordinator } = scene
  const hoa = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Một' })
  const lan = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Hai' })
  await ask(hoa, 'nv1 40%')
  const preview = await ask(coordinator, '/chuyen Phòng Y tế sang Phòng Nội vụ')
  expect(preview.text).toContain(
    'Chuyển việc: Phòng Y tế → Phòng Nội vụ\n3 việc đang mở, 1 quá hạn\n• 01/KH-UBND: 3 việc',
  )
  expect(preview.text).toContain('• 1 việc Phòng Nội vụ đã có: không giao hai lần, phần của Phòng Y tế kết thúc.')
  expect(preview.text).toContain('Sẽ báo 2 người, mỗi người một tin.')
  expect(preview.text).toContain('☐ Người: 1 người của Phòng Y tế sang Phòng Nội vụ, giữ vai trò.')
  expect(preview.text).toContain('1 đơn vị trực thuộc về Phòng Nội vụ.')
  expect(preview.choices).toEqual(['Chuyển', 'Thôi', '☐ Người', '☐ Đóng', '☐ Tên'])
  const people = await choose(coordinator, preview, '☐ Người')
  expect(people.choices).toEqual(['Chuyển', 'Thôi', '☑ Người', '☐ Đóng', '☐ Tên'])
  const done = await choose(coordinator, people, 'Chuyển')
  expect(done.text).toContain('✅ Đã chuyển 2 việc từ Phòng Y tế sang Phòng Nội vụ. Đã báo 2 người.')
  expect(done.text).toContain('Không giao hai lần 1 việc Phòng Nội vụ đã có')
  expect(await standings(scene)).toEqual([
    'NV1 Phòng Nội vụ assigned 40 nhắc',
    'NV1 Phòng Y tế returned 40 –',
    'NV2 Phòng Nội vụ assigned 0 nhắc',
    'NV2 Phòng Y tế returned 0 –',
    'NV3 Phòng Nội vụ assigned 0 nhắc',
    'NV3 Phòng Y tế returned 0 –',
  ])
  const [ofLan] = await texts(lan)
  expect(ofLan).toContain('📥 Phòng Nội vụ nhận 2 việc từ Phòng Y tế, Cán bộ Tổng hợp chuyển.\n1 quá hạn.\n• NV1')
  const ofHoa = await texts(hoa)
  expect(ofHoa).toHaveLength(1)
  expect(ofHoa[0]).toContain('Anh/chị nay thuộc Phòng Nội vụ.')
  await ask(hoa, 'nv1 50%')
  const card = await ask(lan, '/nv 1')
  const history = (await choose(lan, card, 'Lịch sử')).text
  expect(history).toContain('Giao cho Phòng Y tế, hạn 20/02/2026')
  expect(history).toContain('Chuyên viên Một báo 40%')
  expect(history).toMatch(/giao việc cho Phòng Nội vụ\n.*Giao cho Phòng Nội vụ, hạn 20\/02\/2026\n.*50%/u)

  const back = await choose(coordinator, done, 'Chuyển trở lại')
  expect(back.text).toContain('Chuyển việc: Phòng Nội vụ → Phòng Y tế\n2 việc đang mở đã nhận trước đây, 1 quá hạn')
  expect(back.text).toContain('• 2 việc Phòng Y tế từng có và đã trả lại hoặc hủy: giao lại cho Phòng Y tế.')
  await choose(coordinator, back, 'Chuyển')
  expect(await standings(scene)).toEqual([
    'NV1 Phòng Nội vụ returned 50 –',
    'NV1 Phòng Y tế assigned 50 nhắc',
    'NV2 Phòng Nội vụ assigned 0 nhắc',
    'NV2 Phòng Y tế returned 0 –',
    'NV3 Phòng Nội vụ returned 0 –',
    'NV3 Phòng Y tế assigned 0 nhắc',
  ])
})
