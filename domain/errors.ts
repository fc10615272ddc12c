/** Everything a person can be told went wrong. Each code has its words in locales/, in every language. */
export interface ErrorDetails {
  'unknown-command': { readonly typed: string; readonly nearest: string | null }
  'not-allowed': Record<never, never>
  'not-joined': Record<never, never>
  'code-unknown': Record<never, never>
  'code-used': Record<never, never>
  'code-expired': Record<never, never>
  'code-too-many-tries': { readonly minutes: number }
  'other-workspace': Record<never, never>
  'no-agency': Record<never, never>
  'agency-unknown': { readonly typed: string; readonly nearest: readonly string[] }
  'task-unknown': { readonly typed: string }
  'message-stale': Record<never, never>
  'button-stale': Record<never, never>
  'percent-out-of-range': { readonly typed: string }
  'not-understood': Record<never, never>
  'which-task': { readonly numbers: readonly number[] }
  'task-closed': { readonly number: number }
  'undo-too-late': Record<never, never>
  'file-not-a-plan': { readonly name: string }
  'file-empty': { readonly name: string }
  'file-too-large': { readonly name: string; readonly limitMb: number }
  'file-unreadable': { readonly name: string }
  'file-secret': { readonly name: string }
  'file-unavailable': { readonly name: string }
  'unsupported-content': { readonly canSendFiles: boolean }
  'nobody-to-reach': Record<never, never>
  'text-missing': { readonly example: string }
  'private-only': Record<never, never>
  internal: { readonly reference: string }
}

export type ErrorCode = keyof ErrorDetails

/** A failure the person should hear about. Everything else that is thrown is a bug. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly details: ErrorDetails[C]

  constructor(code: C, details: ErrorDetails[C], options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
