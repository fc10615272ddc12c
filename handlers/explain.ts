import type { AppError, ErrorCode, ErrorDetails } from '../domain/errors.ts'
import type { RichText } from '../domain/message.ts'
import type { Messages } from '../locales/index.ts'

/** Compiles only while every code has its words, with the details it carries, in every language. */
type Words = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => RichText }

/** The one place where an error becomes words. */
export const explain = <C extends ErrorCode>(error: AppError<C>, m: Messages): RichText => {
  const words: Words = m.errors
  return words[error.code](error.details)
}
