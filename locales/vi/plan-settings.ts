import { bold, lines, type Rich, rich } from '../rich-text.ts'

interface Settings {
  readonly number: string
  readonly title: string
  readonly workflow: 'gon' | 'chat'
  readonly requiresEvidence: boolean
}

export const planSettingsVi = {
  open: 'Cách duyệt, minh chứng',
  which: (): Rich => rich`Chọn kế hoạch để xem và đổi cách duyệt, minh chứng:`,
  none: (): Rich => rich`Chưa có kế hoạch nào.`,
  shown: ({ number, title, workflow, requiresEvidence }: Settings): Rich =>
    lines([
      rich`${bold(number)} ${title}`,
      workflow === 'gon'
        ? rich`Cách duyệt: ${bold('gọn')}, báo xong là hoàn thành.`
        : rich`Cách duyệt: ${bold('chặt')}, báo xong thì chờ thủ trưởng duyệt.`,
      requiresEvidence
        ? rich`Minh chứng: ${bold('bắt buộc')}, không có thì chưa ghi hoàn thành.`
        : rich`Minh chứng: ${bold('không bắt buộc')}.`,
      'Việc đã nộp, đã hoàn thành giữ nguyên khi đổi.',
    ]),
  changed: (): Rich => rich`✅ Đã đổi.`,
  toStrict: 'Chuyển sang chặt',
  toPlain: 'Chuyển sang gọn',
  requireEvidence: 'Bắt buộc minh chứng',
  freeEvidence: 'Không bắt buộc minh chứng',
}

export type PlanSettingsMessages = typeof planSettingsVi
