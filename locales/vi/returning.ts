import { code, lines, type Rich, rich } from '../rich-text.ts'
import { type Which, which } from './answers.ts'
import { commonVi } from './common.ts'
import { type Subject, subjectVi } from './subject.ts'

export const returningVi = {
  notOurs: 'Không phải việc của đơn vị',
  assignOther: 'Giao đơn vị khác',
  giveBack: 'Giao lại đơn vị cũ',
  assignTo: (agency: string): string => `Giao: ${agency}`,
  letThem: 'Để đơn vị đó làm',

  askWords: (item: Which): Rich =>
    rich`${which(item)} không phải việc của đơn vị? Xin viết một câu: vì sao, nên giao cho đơn vị nào. Gõ ${code('thôi')} để bỏ.`,
  returned: (item: Which, words: string, told: number): Rich =>
    lines([
      rich`↩️ Đã trả lại ${which(item)} với lời “${words}”.`,
      told === 0 ? 'Chưa có cán bộ tổng hợp nào nhận được tin.' : `Đã báo ${told} cán bộ tổng hợp.`,
    ]),
  returnedBefore: (item: Which): Rich => rich`${which(item)} đã được trả lại trước đó. Không ghi thêm.`,
  waiting: (subject: Subject, by: string, words: string): Rich =>
    lines([subjectVi('↩️ Trả lại', subject), rich`${by}: “${words}”`]),

  askAgency: (item: Which): Rich => rich`Giao ${which(item)} cho đơn vị nào? Gõ tên, ví dụ ${code('Phòng Tư pháp')}.`,
  notFound: (typed: string, nearest: readonly string[]): Rich =>
    nearest.length === 0
      ? rich`Không tìm thấy đơn vị “${typed}”. Hãy gõ đủ tên.`
      : rich`Không tìm thấy đơn vị “${typed}”. Chọn đơn vị gần giống, hoặc gõ lại tên:`,
  oneAgencyOnly: (name: string): Rich => rich`“${name}” là một nhóm đơn vị. Xin gõ tên một đơn vị.`,
  sameAgency: (name: string): Rich =>
    rich`${name} chính là đơn vị đã trả lại. Gõ tên đơn vị khác, hoặc bấm Giao lại đơn vị cũ.`,
  there: (item: Which, agency: string, state: Parameters<typeof commonVi.state>[0]): Rich =>
    rich`${agency} đã có ${which(item)}, hiện ${commonVi.state(state)}, nên không giao thêm.`,
  reassigned: (item: Which, agency: string, told: number): Rich =>
    lines([
      rich`✅ Đã giao ${which(item)} cho ${agency}.`,
      told === 0 ? rich`Chưa báo được cho ai. Gõ ${code('/moi')} để mời.` : `Đã báo cho ${told} người.`,
    ]),
  leftTo: (item: Which, agency: string): Rich => rich`✅ ${which(item)} để ${agency} làm. Phần trả lại đã kết thúc.`,
  reassignedTold: (subject: Subject, agency: string): Rich =>
    lines([subjectVi('✅ Đã chuyển', subject), rich`Việc anh/chị trả lại đã giao cho ${agency}.`]),

  askGiveBackReason: (item: Which): Rich =>
    rich`Giao lại ${which(item)} cho đơn vị cũ vì lý do gì? Xin viết một câu để báo đơn vị.`,
  givenBack: (item: Which, words: string): Rich =>
    rich`Đã giao lại ${which(item)} cho đơn vị cũ: “${words}”. Đã báo đơn vị.`,
  givenBackTold: (subject: Subject, by: string, words: string): Rich =>
    lines([
      subjectVi('📌 Giao lại', subject),
      rich`${by}: “${words}”`,
      'Việc vẫn thuộc đơn vị, xin tiếp nhận và thực hiện.',
    ]),
}

export type ReturningMessages = typeof returningVi
