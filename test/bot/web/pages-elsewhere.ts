import type { createWebChannel } from '../../../bot/web/channel.ts'

type Pages = Pick<
  Parameters<typeof createWebChannel>[0],
  'delivery' | 'jobs' | 'drafts' | 'broadcasts' | 'pictures' | 'evidence'
>

/** Behind the pages beside the chat there is nothing here: they are looked at with the whole program behind them. */
export const pagesElsewhere: Pages = {
  // delivery.test.ts
  delivery: { view: () => Promise.resolve(null) },
  jobs: { view: () => Promise.resolve(null), run: () => Promise.resolve(null) },
  // draft.test.ts
  drafts: {
    open: () => Promise.reject(new Error('no drafts')),
    correct: () => Promise.reject(new Error('no drafts')),
  },
  // broadcast-files.test.ts
  broadcasts: {
    look: () => Promise.resolve({ kind: 'unknown' }),
    open: () => Promise.resolve({ kind: 'unknown' }),
  },
  pictures: { find: () => Promise.resolve(null) },
  // evidence-pages.test.ts
  evidence: {
    findUpload: () => Promise.resolve({ kind: 'unknown' }),
    upload: () => Promise.reject(new Error('no uploads')),
    open: () => Promise.resolve(null),
  },
}
