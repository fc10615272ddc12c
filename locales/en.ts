import { commonEn } from './en/common.ts'
import { errorsEn } from './en/errors.ts'
import type { Messages } from './vi.ts'

export const en: Messages = {
  common: commonEn,
  errors: errorsEn,
}
