import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatDriver, SeenMessage } from '../test/support/person-driver.ts'

/** A busy machine may take its time to answer. */
const patienceMs = 30_000

/** A step of the story did not happen. */
export class StepMissing extends Error {
  override readonly name = 'StepMissing'
}

const days = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** Prints what happens as a conversation: when, where, who, what. */
export class Narrator {
  readonly #now: () => Date
  readonly #zone: string
  #day = ''
  messages = 0

  constructor(now: () => Date, zone: string) {
    this.#now = now
    this.#zone = zone
  }

  /** A line of the story itself. */
  tell(text: string): void {
    this.#dateLine()
    console.log(`\n      ── ${text}`)
  }

  said(channel: string, who: string, what: string): void {
    this.#dateLine()
    console.log(`${this.#time()} ${channel.padEnd(8)} ${who}: ${what}`)
  }

  heard(channel: string, who: string, message: SeenMessage): void {
    this.messages += 1
    this.#dateLine()
    console.log(`${this.#time()} ${channel.padEnd(8)} Đôn Đốc → ${who}:`)
    for (const line of message.text.split('\n')) console.log(`               │ ${line}`)
    const buttons = channel === 'zalo' ? [] : message.choices
    if (buttons.length > 0) console.log(`               │ ${buttons.map((label) => `[ ${label} ]`).join(' ')}`)
  }

  #time(): string {
    return new Intl.DateTimeFormat('vi-VN', { timeZone: this.#zone, hour: '2-digit', minute: '2-digit' }).format(
      this.#now(),
    )
  }

  #dateLine(): void {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: this.#zone }).format(this.#now())
    if (parts === this.#day) return
    this.#day = parts
    const weekday = days[new Date(`${parts}T00:00:00Z`).getUTCDay()] ?? ''
    console.log(`\n════ ${weekday}, ${parts.split('-').reverse().join('/')} ════`)
  }
}

/** Somebody of the story: what they do and hear is printed, and what they wait for has to come. */
export class Actor {
  readonly name: string
  readonly #driver: ChatDriver
  readonly #narrator: Narrator

  constructor(name: string, driver: ChatDriver, narrator: Narrator) {
    this.name = name
    this.#driver = driver
    this.#narrator = narrator
  }

  get channel(): string {
    return this.#driver.channel
  }

  async say(text: string): Promise<void> {
    this.#narrator.said(this.channel, this.name, text)
    await this.#driver.say(text)
  }

  async reply(message: SeenMessage, text: string): Promise<void> {
    this.#narrator.said(this.channel, this.name, `(trả lời tin trên) ${text}`)
    await this.#driver.reply(message, text)
  }

  /** Takes the first choice whose label begins so. */
  async choose(message: SeenMessage, beginning: string): Promise<void> {
    const label = message.choices.find((choice) => choice.startsWith(beginning))
    if (label === undefined)
      throw new StepMissing(`${this.name}: no choice "${beginning}" among ${message.choices.join(', ')}`)
    this.#narrator.said(
      this.channel,
      this.name,
      this.channel === 'zalo' ? String(message.choices.indexOf(label) + 1) : `[ ${label} ]`,
    )
    await this.#driver.choose(message, label)
  }

  async sendFile(name: string, bytes: Uint8Array): Promise<void> {
    this.#narrator.said(this.channel, this.name, `(gửi tệp ${name})`)
    await this.#driver.sendFile(name, bytes)
  }

  /** Everything that has arrived. */
  async listen(): Promise<readonly SeenMessage[]> {
    const messages = await this.#driver.quiet()
    for (const message of messages) this.#narrator.heard(this.channel, this.name, message)
    return messages
  }

  /** Listens until something says this, for as long as a busy machine may take; fails when nothing does. */
  async expect(what: RegExp): Promise<SeenMessage> {
    const seen: SeenMessage[] = []
    const deadline = performance.now() + patienceMs
    while (performance.now() < deadline) {
      seen.push(...(await this.listen()))
      const found = seen.findLast((message) => what.test(message.text))
      if (found !== undefined) return found
      await sleep(50)
    }
    throw new StepMissing(
      `${this.name} (${this.channel}) waited for ${String(what)} and got: ${seen.map(({ text }) => text).join(' ‖ ') || 'nothing'}`,
    )
  }
}
