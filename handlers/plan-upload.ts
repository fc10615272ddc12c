import { AppError } from '../domain/errors.ts'
import type { Handler } from './request.ts'
import type { ReadFile } from './route.ts'

/** A file in the chat: a plan to import. */
export const receiveFile: Handler<'plans' | 'agencies', ReadFile | null> = () =>
  Promise.reject(new AppError('not-allowed', {}))
