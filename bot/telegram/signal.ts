import type { Api } from 'grammy'

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/**
 * grammY's types name the AbortSignal of an old polyfill, whose event methods are declared a little differently.
 * At run time it takes Node's own.
 */
export const asGrammySignal = (signal: AbortSignal): GrammySignal => signal as unknown as GrammySignal
