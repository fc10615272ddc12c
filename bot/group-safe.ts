import { AppError, type ErrorCode } from '../domain/errors.ts'
import type { Messages } from '../locales/index.ts'
import { explain } from './explain.ts'

/** What says nothing of anybody's work. */
const harmless: readonly ErrorCode[] = [
  ...(['not-allowed', 'private-only', 'other-workspace', 'unknown-command', 'button-stale', 'internal'] as const),
]

/** Where a group reads along, what was wrong with somebody's question is not said: only where to ask it. */
export const explainIn = (chat: { readonly kind: 'private' | 'group' }, error: AppError, m: Messages) =>
  explain(chat.kind === 'private' || harmless.includes(error.code) ? error : new AppError('private-only', {}), m)
