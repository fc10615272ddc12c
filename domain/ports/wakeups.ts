import type { DueSummary } from './weekly.ts'

/**
 * Wake-ups for work that is already stored, written in the same transaction as the work: they are felt after the
 * commit, by whichever process is free. They carry no meaning; one that is lost costs only a delay.
 */
export interface Wakeups {
  /** Something was received in these chats ("telegram:123"). */
  handle(chatKeys: readonly string[]): Promise<void>
  /** Something is to be sent to these chats; `first` where somebody waits for an answer. */
  deliver(chatIds: readonly string[], first?: boolean): Promise<void>
  /** These people have reminders waiting to be said. */
  remind(people: readonly { readonly workspaceId: string; readonly personId: string }[]): Promise<void>
  /** To these groups and people a weekly summary is due. */
  summarize(due: readonly DueSummary[]): Promise<void>
}
