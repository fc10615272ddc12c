import { addPerson, addPlan, createTestWorkspace, type TestTask } from './builders.ts'
import { seededRandom } from './emulator/random.ts'
import type { ProgramDatabase } from './process.ts'
import type { TelegramEmulator } from './telegram/emulator.ts'
import type { ZaloEmulator } from './zalo/emulator.ts'

const agencies = Array.from({ length: 8 }, (_, at) => `Phòng số ${at + 1}`)
const peoplePerAgency = 3
const talkerCount = agencies.length * peoplePerAgency
/** Of the three of an agency one is on Zalo. */
const onZalo = (index: number) => index >= agencies.length * 2
/** Beyond this a task would be done. */
const answersPerTask = 90
/** How many assignments fall due in one life of the program. */
const duePerLife = 4
const minuteMs = 60_000

/** A message of the bot as a person has it on the screen. */
interface OnScreen {
  readonly id: string
  readonly text: string
}

/** One who says "nv1 1%", "nv1 2%" … about tasks of their own: each answer must count once. */
export interface Talker {
  readonly channel: 'telegram' | 'zalo'
  /** The chat's id on its channel. */
  readonly externalId: string
  readonly agency: string
  readonly screen: () => readonly OnScreen[]
  readonly say: () => void
  /** What was said so far, in order. */
  readonly said: () => readonly { readonly number: number; readonly percent: number }[]
}

/** An assignment that falls due in the life of this number. */
interface Falling {
  readonly life: number
  readonly title: string
  readonly agency: string
  readonly milestone: number
  readonly dueOn: string
}

/** Offices whose people talk, and whose assignments fall due while the program dies again and again. */
export interface CrashOffice {
  readonly talkers: readonly Talker[]
  /** What falls due in lives 1 … `last`. */
  readonly fallingUntil: (last: number) => readonly Falling[]
  /** Who made the plan, on Telegram. */
  readonly coordinator: { readonly id: string; readonly externalId: string; readonly workspaceId: string }
  /** The moment at which what belongs to a life falls due. */
  readonly dueAt: (life: number) => Date
}

/** Monday 2 March 2026, ten past eight in Hà Nội: offices are open, and whatever is due on that day is. */
const morning = new Date('2026-03-02T08:10:00+07:00')

/** On that morning a task due on this day has reached this milestone. */
const reached = [
  { dueOn: '2026-03-02', milestone: 0 },
  { dueOn: '2026-03-03', milestone: 1 },
  { dueOn: '2026-03-05', milestone: 3 },
  { dueOn: '2026-03-08', milestone: 7 },
] as const

const dueAt = (life: number) => new Date(morning.getTime() + life * minuteMs)

/** Fills a database for so many lives of the program. */
export const openCrashOffice = async (
  database: ProgramDatabase,
  services: { readonly telegram: TelegramEmulator; readonly zalo: ZaloEmulator },
  lives: number,
  seed: number,
): Promise<CrashOffice> => {
  // Everybody speaks at most twice in a life.
  const blocks = Math.ceil((2 * lives) / answersPerTask) + 1
  const speakers = Array.from({ length: talkerCount }, (_, index) => speakerOf(services, index))
  const talkers = speakers.map((speaker, index) => createTalker(speaker, index, blocks))
  const falling = planFalling(lives, seed)
  const coordinator = await database.look(async (open) => {
    const workspace = await createTestWorkspace(open, {
      directory: { agencies: agencies.map((name) => ({ name, kind: 'division', aliases: [] })), groups: [] },
    })
    for (const [index, { channel, externalId }] of speakers.entries()) {
      await addPerson(open, workspace, { channel, externalId, agency: agencyOf(index), name: `Người ${index}` })
    }
    const talkedOf = Array.from({ length: blocks * talkerCount }, (_, at): TestTask => {
      return { title: `Việc của người ${at % talkerCount}, đợt ${Math.floor(at / talkerCount)}`, to: [agencyOf(at)] }
    })
    const due = falling.map(({ title, dueOn, agency }): TestTask => ({ title, occurrences: [dueOn], to: [agency] }))
    const role = { role: 'coordinator', externalId: '499' } as const
    const { id, externalId } = await addPerson(open, workspace, role)
    const remindAt = (dueOn: string | null) => (dueOn === null ? null : morning)
    await addPlan(open, workspace, [...talkedOf, ...due], { createdById: id, remindAt })
    await open.client.$executeRaw`UPDATE "NextReminder" next SET "remindAt" = falling.at
      FROM "Assignment" a JOIN "Task" task ON task."id" = a."taskId"
      JOIN unnest(${falling.map(({ title }) => title)}::text[], ${falling.map(({ life }) => dueAt(life))}::timestamptz[])
        AS falling (title, at) ON falling.title = task."title"
      WHERE a."id" = next."assignmentId"`
    return { id, externalId, workspaceId: workspace.id }
  })
  return { talkers, coordinator, dueAt, fallingUntil: (last) => falling.filter(({ life }) => life <= last) }
}

const agencyOf = (index: number): string => agencies[index % agencies.length] ?? ''

const planFalling = (lives: number, seed: number): readonly Falling[] => {
  const random = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  return Array.from({ length: lives * duePerLife }, (_, at) => ({
    ...{ life: Math.floor(at / duePerLife) + 1, title: `Báo cáo kỳ ${String(at + 1).padStart(5, '0')}` },
    ...{ agency: pick(agencies), ...pick(reached) },
  }))
}

interface Speaker {
  readonly channel: 'telegram' | 'zalo'
  readonly externalId: string
  readonly send: (text: string) => void
  readonly screen: () => readonly OnScreen[]
}

const speakerOf = (
  { telegram, zalo }: { readonly telegram: TelegramEmulator; readonly zalo: ZaloEmulator },
  index: number,
): Speaker => {
  if (onZalo(index)) {
    const person = zalo.user(`nguoi-${index}`, `Người ${index}`)
    return {
      ...{ channel: 'zalo', externalId: `nguoi-${index}`, send: (text) => void person.send(text) },
      screen: () => person.chat.messages,
    }
  }
  const person = telegram.user(500 + index, `Người ${index}`)
  return {
    ...{ channel: 'telegram', externalId: String(500 + index), send: (text) => void person.send(text) },
    screen: () => person.chat.messages.map(({ id, text }) => ({ id: String(id), text })),
  }
}

const createTalker = ({ channel, externalId, send, screen }: Speaker, index: number, blocks: number): Talker => {
  const said: { readonly number: number; readonly percent: number }[] = []
  return {
    ...{ channel, externalId, agency: agencyOf(index), screen },
    said: () => said,
    say: () => {
      const block = Math.floor(said.length / answersPerTask)
      if (block >= blocks) return
      const answer = { number: block * talkerCount + index + 1, percent: (said.length % answersPerTask) + 1 }
      said.push(answer)
      send(`nv${answer.number} ${answer.percent}%`)
    },
  }
}
