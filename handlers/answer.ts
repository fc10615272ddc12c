import { AppError } from '../domain/errors.ts'
import type { Handler } from './request.ts'

/** Words that are no command: an answer about a task. */
export const answer: Handler<'assignments' | 'agencies' | 'audit' | 'dialogs' | 'people'> = () =>
  Promise.reject(new AppError('not-understood', {}))
