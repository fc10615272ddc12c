type NoDetails = Readonly<Record<string, never>>

/** Everything a person can be told went wrong. Each code has its words in locales/, in every language. */
export interface ErrorDetails {
  'unknown-command': { readonly typed: string; readonly nearest: string | null }
  'not-allowed': NoDetails
  'not-joined': NoDetails
  'code-unknown': NoDetails
  'code-used': NoDetails
  'code-expired': NoDetails
  'code-too-many-tries': { readonly minutes: number }
  'other-workspace': NoDetails
  'account-taken': NoDetails
  'no-agency': NoDetails
  'agency-unknown': { readonly typed: string; readonly nearest: readonly string[] }
  'task-unknown': { readonly typed: string }
  'message-stale': NoDetails
  'button-stale': NoDetails
  'percent-out-of-range': { readonly typed: string }
  'not-understood': NoDetails
  'which-task': { readonly numbers: readonly number[] }
  'task-closed': { readonly number: number }
  'undo-too-late': NoDetails
  'file-not-a-plan': { readonly name: string }
  'file-not-a-directory': { readonly name: string }
  'file-not-a-calendar': { readonly name: string }
  'file-empty': { readonly name: string }
  'file-too-large': { readonly name: string; readonly limitMb: number }
  'file-unpacks-too-large': { readonly name: string; readonly limitMb: number }
  'file-too-long': { readonly name: string; readonly limitRows: number }
  'file-too-many-pages': { readonly name: string; readonly limitPages: number }
  'file-unreadable': { readonly name: string }
  'file-broken': { readonly name: string }
  'file-protected': { readonly name: string }
  'file-old-format': { readonly name: string; readonly saveAs: string }
  'file-no-text': { readonly name: string }
  'file-too-slow': { readonly name: string; readonly minutes: number }
  'file-too-heavy': { readonly name: string }
  'file-reading-stopped': { readonly name: string }
  'file-secret': { readonly name: string }
  'file-unavailable': { readonly name: string }
  'file-executable': { readonly name: string }
  'file-not-stored': { readonly name: string }
  'evidence-full': { readonly number: number; readonly limit: number }
  'evidence-not-kept': NoDetails
  'broadcast-files-full': { readonly limit: number }
  'unsupported-content': { readonly canSendFiles: boolean }
  'nobody-to-reach': NoDetails
  'text-missing': { readonly example: string }
  'number-missing': { readonly example: string }
  'private-only': NoDetails
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
