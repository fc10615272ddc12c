import type { LocalDate } from './time.ts'

/** The day from which provinces have wards and communes directly below them, and no districts. */
const twoLevelsSince: LocalDate = '2025-07-01'

/** Which of the directories that ship with the product a workspace begins with. */
export type Starter =
  | { readonly kind: 'province-with-districts' | 'province' }
  | { readonly kind: 'ward'; readonly unit: 'phường' | 'xã' | 'đặc khu'; readonly place: string }

const ward = /(?:^|\s)(phường|xã|đặc khu)\s+(\S.*)$/iu

/** By the workspace's name ("UBND phường Trần Liễu") and the day it begins. */
export const starterFor = (workspaceName: string, on: LocalDate): Starter => {
  const [, unit = '', name = ''] = ward.exec(workspaceName.normalize('NFC').trim()) ?? []
  const known = (['phường', 'xã', 'đặc khu'] as const).find((each) => each === unit.toLocaleLowerCase('vi'))
  // "thị xã X" is no commune.
  if (known !== undefined && !/thị\s+xã\s/iu.test(workspaceName)) {
    return { kind: 'ward', unit: known, place: `${known} ${name}` }
  }
  return { kind: on < twoLevelsSince ? 'province-with-districts' : 'province' }
}

/** Wards and special zones have one division for the economy and building, communes one for the economy. */
const economyOf = {
  phường: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  'đặc khu': 'Phòng Kinh tế, Hạ tầng và Đô thị',
  xã: 'Phòng Kinh tế',
}

/** The words of a ward's directory with the ward's own name put in. */
export const fillInWard = (text: string, { unit, place }: Extract<Starter, { readonly kind: 'ward' }>): string =>
  text.replaceAll('{place}', place).replaceAll('{unit}', unit).replaceAll('{economy}', economyOf[unit])

const elsewhere = /(?:^|\s)(?:tỉnh\s+\S|thành phố\s+(?!Hải Phòng)\p{Lu})/u

/** Whether a provincial workspace is another province's than the one whose directory ships. */
export const isElsewhere = (workspaceName: string): boolean => elsewhere.test(workspaceName.normalize('NFC'))

/** What every province has is called after the province: "Văn phòng UBND tỉnh". */
export const inProvince = (text: string, workspaceName: string): string =>
  /(?:^|\s)tỉnh\s/u.test(workspaceName.normalize('NFC'))
    ? text.replaceAll('thành phố', 'tỉnh').replaceAll('Thành ủy', 'Tỉnh ủy').replaceAll('Thành đoàn', 'Tỉnh đoàn')
    : text
