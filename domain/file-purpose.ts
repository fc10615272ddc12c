import { stripMarks } from './fold.ts'

/** What a file in a private chat is for. */
export type FilePurpose = 'import' | 'evidence' | 'broadcast'

interface Signs {
  readonly mayImport: boolean
  /** Whether the caption begins with the command for announcements. */
  readonly announces: boolean
  readonly repliesToTask: boolean
  /** Whether the caption has the number of a task. */
  readonly namesTask: boolean
  /** What the bot waits for in this chat. */
  readonly awaited: 'evidence' | 'broadcast' | null
}

/**
 * Whoever imports plans or the directory sends them as files; only a sign that it is about an announcement or a task
 * makes it something else. What is said with the file itself goes before what the bot waits for, and that before a
 * number that may only stand in the words of an announcement. From everybody else it is evidence.
 */
export const purposeOfFile = ({ mayImport, announces, repliesToTask, namesTask, awaited }: Signs): FilePurpose => {
  if (announces) return 'broadcast'
  if (repliesToTask) return 'evidence'
  if (awaited === 'broadcast') return 'broadcast'
  return mayImport && !namesTask && awaited !== 'evidence' ? 'import' : 'evidence'
}

/** How announcements are begun, in Vietnamese and English. */
export const broadcastCommand: readonly [string, ...string[]] = ['thongbao', 'broadcast']

/** How the calendar of work is asked for. */
export const calendarNames: readonly [string, ...string[]] = ['lich', 'calendar']

/** What stands behind one of these commands: '' when it stands alone, null when there is no such command. */
const behind = (names: readonly string[], caption: string): string | null => {
  const [, typed = '', rest = ''] = /^\/(\S+)(.*)$/su.exec(caption.trim()) ?? []
  return names.includes(stripMarks(typed.replace(/@.*$/u, ''))) ? rest.trim() : null
}

/** What stands behind the command for announcements: '' when it stands alone, null when there is no such command. */
export const announcedIn = (caption: string): string | null => behind(broadcastCommand, caption)

/** Whether a file comes with the command for the calendar: then it is one, whatever else the bot waits for. */
export const isForCalendar = (caption: string): boolean => behind(calendarNames, caption) !== null
