import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ParsedPlan } from '../../domain/plan-document.ts'
import { readPlan } from '../../plans/read-plan.ts'
import { codesOf } from './list-support.ts'

const plans = join(import.meta.dirname, '../../../shared/plans')

const read = (name: string): Promise<ParsedPlan> => readPlan({ name, bytes: readFileSync(join(plans, name)) })

const byCode = (plan: ParsedPlan, code: string) => plan.tasks.find((task) => task.code === code)
const dated = ({ tasks }: ParsedPlan): unknown[] =>
  tasks.filter(({ occurrences }) => occurrences.length > 0).map(({ code, occurrences }) => [code, ...occurrences])
const leaders = ({ tasks }: ParsedPlan, prefix: string): string[] => [
  ...new Set(tasks.filter(({ code }) => code.startsWith(prefix)).flatMap(({ lead }) => lead)),
]

describe.skipIf(!existsSync(plans))('the real documents that are lists (skipped without ../shared)', () => {
  test('4306/UBND-KSTTHC: lettered items under agencies, from a scan', async () => {
    const plan = await read('4306-UBND-KSTTHC-2022.txt')
    expect(plan.document).toMatchObject({
      number: '4306/UBND-KSTTHC',
      kind: 'CÔNG VĂN',
      issuer: 'UBND thành phố Hải Phòng',
      issuedOn: '2022-07-06',
      planYear: 2022,
    })
    expect(codesOf(plan).join(' ')).toBe(
      '1.a 1.b 1.c 1.d 1.đ 1.e 1.g 2.a 2.b 3.a 3.b 3.c 3.d 4.a 4.b 4.c.1 4.c.2 4.d 5.a 5.b 5.c 5.d 5.đ 5.e.1 5.e.2 5.e.3 5.e.4 6.a 6.b 6.c 7 8.1 9',
    )
    expect(leaders(plan, '1.')).toEqual(['Các Sở, ban, ngành', 'UBND các quận, huyện'])
    expect(leaders(plan, '4.')).toEqual(['Văn phòng UBND thành phố'])
    expect(leaders(plan, '8')).toEqual(['Sở Khoa học và Công nghệ'])
    expect(byCode(plan, '3.b')?.support).toEqual(['Sở Y tế'])
    expect(dated(plan)).toEqual([
      ['3.a', '2022-11-30'],
      ['3.b', '2022-08-31'],
      ['3.c', '2022-11-30'],
      ['3.d', '2022-07-07'],
      ['4.a', '2021-10-31'],
      ['4.c.1', '2022-09-30'],
      ['4.c.2', '2022-10-31'],
      ['4.d', '2022-11-30'],
      ['5.a', '2022-08-31'],
      ['6.a', '2022-08-31'],
    ])
    expect(byCode(plan, '4.a')?.warnings.map(({ code }) => code)).toEqual(['date-before-issue'])
  })

  test('14/KH-UBND: dashes under an index whose agencies are named once, from a scan', async () => {
    const plan = await read('14-KH-UBND-Tran-Lieu-2025.txt')
    expect(plan.document).toMatchObject({
      number: '14/KH-UBND',
      issuer: 'UBND phường Trần Liễu',
      issuedOn: '2025-08-01',
    })
    expect(plan.tasks).toHaveLength(86)
    expect(dated(plan)).toEqual([])
    expect(leaders(plan, 'I.1.')).toEqual(['Phòng Văn hóa - Xã hội'])
    expect(leaders(plan, 'I.3.')).toEqual(['Trung tâm Phục vụ hành chính công'])
    expect(leaders(plan, 'I.6.')).toEqual(['Phòng Kinh tế, Hạ tầng và Đô thị'])
    expect(byCode(plan, 'I.7.1.4.2')?.support).toEqual(['Trung tâm Phục vụ hành chính công', 'Các phòng chuyên môn'])
    expect([...leaders(plan, 'II.'), ...leaders(plan, 'III.')]).toEqual([])
    expect(codesOf(plan).filter((code) => code.startsWith('IV.'))).toEqual(['IV.1', 'IV.2'])
  })

  test('160/BC-UBND: only what the report will do and what it asks, from a scan', async () => {
    const plan = await read('160-BC-UBND-Tran-Hung-Dao-2025.txt')
    expect(codesOf(plan)).toEqual(['IV.1', 'IV.2', 'IV.3', 'IV.4', 'IV.5', 'IV.6', 'V.1'])
    expect(leaders(plan, 'IV.')).toEqual(['UBND phường Trần Hưng Đạo'])
    expect(leaders(plan, 'V.')).toEqual(['UBND thành phố'])
    expect(plan.tasks.map(({ cadence }) => cadence)).toEqual([...Array<string>(6).fill('ongoing'), 'unscheduled'])
    expect(dated(plan)).toEqual([1, 2, 3, 4, 5, 6].map((item) => [`IV.${item}`, '2025-12-31']))
  })

  test('3818/QĐ-UBND: the organising chapter beside the table, with its reporting regime', async () => {
    const plan = await read('3818-QD-UBND-2021.txt')
    const organising = plan.tasks.filter(({ section, line }) => section !== '' && line < 125)
    expect(organising.map(({ code }) => code).join(' ')).toBe(
      'IV.1.a IV.1.b IV.1.c IV.1.d IV.2.a.1 IV.2.a.2 IV.2.a.3 IV.2.b.1 IV.2.b.2 IV.2.b.3 IV.2.c IV.2.d.1 IV.2.d.2 IV.2.đ.1 IV.2.đ.2 IV.2.đ.3 IV.2.e IV.2.g.1 IV.2.g.2 IV.2.h IV.2.i IV.2.k.1 IV.2.k.2 IV.3',
    )
    expect(byCode(plan, 'IV.1.c')).toMatchObject({
      lead: ['Các Sở, ban, ngành', 'UBND các quận, huyện', 'Các cơ quan, đơn vị có liên quan'],
      occurrences: ['2022-03-09', '2022-06-09', '2022-09-09', '2022-12-04'],
      cadence: 'periodic',
    })
    expect(byCode(plan, 'IV.1.d')?.occurrences).toEqual(['2022-01-09'])
    expect(byCode(plan, 'IV.2.đ.2')).toMatchObject({
      lead: ['Sở Tài chính'],
      support: ['Sở Nội vụ', 'Văn phòng UBND thành phố'],
      occurrences: ['2022-01-31'],
    })
  })
})
