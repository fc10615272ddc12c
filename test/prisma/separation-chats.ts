import type { Stores } from '../../domain/ports/stores.ts'
import { builtAt } from '../support/builders.ts'

interface Whose {
  readonly id: string
  readonly chatId: string
}

const later = new Date('2026-06-16T02:00:00Z')
const newDialog = { kind: 'ours', data: 2 }

/** What is tried on the chats of a workspace, and on what is asked in them, from another that knows them. */
export const attemptsOnChats = (theirs: () => Whose, us: () => Whose) => ({
  reads: {
    'dialogs.find': [({ dialogs }: Stores) => dialogs.find(theirs().chatId, theirs().id, builtAt), null],
  } as const,
  writes: {
    'dialogs.remove': [({ dialogs }: Stores) => dialogs.remove(theirs().chatId, theirs().id), undefined],
  } as const,
  refused: {
    'chats.get': ({ chats }: Stores) => chats.get(theirs().chatId),
    'chats.adopt': ({ chats }: Stores) => chats.adopt(theirs().chatId),
    'dialogs.save in their chat': ({ dialogs }: Stores) => dialogs.save(theirs().chatId, us().id, newDialog, later),
    'dialogs.save for their person': ({ dialogs }: Stores) => dialogs.save(us().chatId, theirs().id, newDialog, later),
    'dialogs.save over theirs': ({ dialogs }: Stores) => dialogs.save(theirs().chatId, theirs().id, newDialog, later),
    'jobRuns.ask in their name': ({ jobRuns }: Stores) =>
      jobRuns.ask({ job: 'recover', personId: theirs().id, chatId: us().chatId }, later),
    'jobRuns.ask in their chat': ({ jobRuns }: Stores) =>
      jobRuns.ask({ job: 'recover', personId: us().id, chatId: theirs().chatId }, later),
  },
})
