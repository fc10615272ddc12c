/** What a file in a private chat is for. */
export type FilePurpose = 'import' | 'evidence'

/**
 * Whoever imports plans or the directory sends them as files; only a sign that it is about a task makes it evidence.
 * From everybody else it is evidence.
 */
export const purposeOfFile = ({
  mayImport,
  repliesToTask,
  namesTask,
  isAwaited,
}: {
  readonly mayImport: boolean
  readonly repliesToTask: boolean
  /** Whether the caption has the number of a task. */
  readonly namesTask: boolean
  /** Whether the bot waits for evidence in this chat. */
  readonly isAwaited: boolean
}): FilePurpose => (mayImport && !repliesToTask && !namesTask && !isAwaited ? 'import' : 'evidence')
