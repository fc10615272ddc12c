import { setTimeout as sleep } from 'node:timers/promises'
import { addPerson, addPlan, createTestWorkspace } from './builders.ts'
import { seededRandom } from './emulator/random.ts'
import type { ProgramDatabase } from './process.ts'
import type { TelegramEmulator } from './telegram/emulator.ts'
import type { ZaloEmulator } from './zalo/emulator.ts'

/** A message of the bot as a person has it on the screen. */
interface OnScreen {
  readonly id: string
  readonly text: string
}

/** An official who answers their one task with 1%, 2%, 3% …: each answer must count once. */
interface Talker {
  /** Their task: nv1, nv2 … */
  readonly number: number
  /** The chat's id on its channel. */
  readonly externalId: string
  /** How many answers were given so far; the last one said this percentage. */
  readonly said: () => number
  readonly screen: () => readonly OnScreen[]
}

/** Beyond this the task would be done. */
const mostAnswers = 95

interface Crowd {
  readonly talkers: readonly Talker[]
  /** Nobody begins anything new. */
  hush(): Promise<void>
}

/** A workspace in which each official has an agency and a task of their own, and who talk without a break. */
export const gatherCrowd = async (
  database: ProgramDatabase,
  { telegram, zalo }: { readonly telegram: TelegramEmulator; readonly zalo: ZaloEmulator },
  counts: { readonly onTelegram: number; readonly onZalo: number },
  seed: number,
): Promise<() => Crowd> => {
  const people = [
    ...Array.from({ length: counts.onTelegram }, (_, index) => telegramSpeaker(telegram, 500 + index)),
    ...Array.from({ length: counts.onZalo }, (_, index) => zaloSpeaker(zalo, `nguoi-${index}`)),
  ]
  await database.look(async (open) => {
    const names = people.map((_, index) => `Phòng số ${index + 1}`)
    const agencies = names.map((name) => ({ name, kind: 'division' as const, aliases: [] }))
    const workspace = await createTestWorkspace(open, { directory: { agencies, groups: [] } })
    for (const [index, { channel, externalId }] of people.entries()) {
      await addPerson(open, workspace, { channel, externalId, agency: names[index] ?? '' })
    }
    await addPlan(
      open,
      workspace,
      names.map((name) => ({ title: `Việc của ${name}`, to: [name] })),
    )
  })
  return () => startTalking(people, seed)
}

interface Speaker {
  readonly channel: 'telegram' | 'zalo'
  readonly externalId: string
  say(text: string): void
  screen(): readonly OnScreen[]
}

const telegramSpeaker = (telegram: TelegramEmulator, id: number): Speaker => {
  const person = telegram.user(id, `Người ${id}`)
  return {
    channel: 'telegram',
    externalId: String(id),
    say: (text) => void person.send(text),
    screen: () => person.chat.messages.map(({ id: messageId, text }) => ({ id: String(messageId), text })),
  }
}

const zaloSpeaker = (zalo: ZaloEmulator, id: string): Speaker => {
  const person = zalo.user(id, `Người ${id}`)
  return {
    channel: 'zalo',
    externalId: id,
    say: (text) => void person.send(text),
    screen: () => person.chat.messages,
  }
}

const startTalking = (speakers: readonly Speaker[], seed: number): Crowd => {
  let hushed = false
  const talking: Promise<void>[] = []
  const talkers = speakers.map((speaker, index): Talker => {
    const random = seededRandom(seed + index)
    const number = index + 1
    let said = 0
    const talk = async () => {
      while (!hushed && said < mostAnswers) {
        await sleep(300 + random() * 1200)
        said += 1
        speaker.say(`nv${number} ${said}%`)
      }
    }
    talking.push(talk())
    return { number, externalId: speaker.externalId, said: () => said, screen: () => speaker.screen() }
  })
  return {
    talkers,
    hush: async () => {
      hushed = true
      await Promise.all(talking)
    },
  }
}
