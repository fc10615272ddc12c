import { expect, test } from 'vitest'
import { readStarterDirectory } from '../../app/starter-directory.ts'
import { planAssignments } from '../../domain/plan-assignment.ts'
import { readFile, withoutLines } from './support.ts'

const example = (extension: string): URL => new URL(`../../examples/ke-hoach-mau.${extension}`, import.meta.url)
const plan = await readFile(example('txt'))
const task = (code: string) => plan.tasks.find((found) => found.code === code)

test.each(['xlsx', 'docx'])('the sample plan reads the same from .%s as from text', async (extension) => {
  const other = await readFile(example(extension))
  expect(other.document).toEqual(plan.document)
  expect(withoutLines(other.tasks)).toEqual(withoutLines(plan.tasks))
})

test('the sample plan says of itself what stands in it', () => {
  expect(plan.document).toEqual({
    number: '15/KH-UBND',
    kind: 'KẾ HOẠCH',
    title: 'Cải cách hành chính năm 2026 (văn bản mẫu để dùng thử)',
    issuer: 'UBND thành phố Mẫu',
    issuedOn: '2026-01-05',
    planYear: 2026,
  })
  expect(plan.warnings).toEqual([])
})

test('it has 28 tasks, of which two are doubtful', () => {
  expect(plan.tasks).toHaveLength(28)
  const doubtful = plan.tasks.flatMap(({ code, warnings }) => warnings.map((warning) => `${code} ${warning.code}`))
  expect(doubtful).toEqual(['2.3 deadline-not-understood', 'PL2-3.2 no-lead'])
})

test('a task comes out whole, though the text breaks its row over two pages', () => {
  expect(task('3.4')).toMatchObject({
    section: 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    title:
      'Số hóa hồ sơ: Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực và kết nối với kho dữ liệu dùng chung',
    requirement: 'Đạt 80% hồ sơ',
    lead: ['Sở Thông tin và Truyền thông'],
    support: ['Các Sở, ban, ngành', 'UBND cấp huyện'],
    deadlineText: '6 tháng đầu năm 2026',
    occurrences: ['2026-06-30'],
    cadence: 'once',
    output: 'Báo cáo số hóa',
    warnings: [],
  })
})

test('rows that share a number are told apart, in an annex of their own', () => {
  expect(task('PL2-1.3.1')?.title).toBe(
    'Hạ tầng: - Công bố lịch bảo trì lưới điện; - Thông báo trước cho người dân khi phải tạm dừng.',
  )
  expect(task('PL2-1.3.2')).toMatchObject({
    title: 'Hạ tầng: Khắc phục điểm đen về an toàn giao thông',
    section: 'Dịch vụ công',
  })
})

test('there is something to remind of in every week from mid-January to mid-February, and until December', () => {
  const days = plan.tasks.flatMap(({ occurrences }) => occurrences)
  const between = (from: string, to: string): number => days.filter((day) => day >= from && day <= to).length
  expect(between('2026-01-12', '2026-01-18')).toBeGreaterThan(0)
  expect(between('2026-01-19', '2026-01-25')).toBeGreaterThan(1)
  expect(between('2026-01-26', '2026-02-01')).toBeGreaterThan(1)
  expect(between('2026-02-02', '2026-02-08')).toBeGreaterThan(0)
  expect(between('2026-02-09', '2026-02-15')).toBeGreaterThan(1)
  for (const month of ['03', '06', '09', '12'])
    expect(between(`2026-${month}-01`, `2026-${month}-31`)).toBeGreaterThan(0)
})

test('everybody who leads is in the starter directory', async () => {
  const { agencies, groups } = await readStarterDirectory('UBND thành phố', '2026-01-05')
  const directory = {
    agencies: agencies.map((agency) => ({
      ...agency,
      id: agency.name,
      aliases: agency.aliases.map(({ name }) => name),
      datedAliases: agency.aliases,
    })),
    groups: groups.map((group) => ({ ...group, memberIds: group.members })),
  }
  expect(planAssignments(plan, directory, '2026-01-05').unknown).toEqual([])
})
