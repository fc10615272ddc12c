import { commonVi } from './vi/common.ts'
import { errorsVi } from './vi/errors.ts'

/** Vietnamese comes first: its shape is the shape of every language. */
export const vi = {
  common: commonVi,
  errors: errorsVi,
}

export type Messages = typeof vi
