import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { say, startService } from './start-service.ts'

describe('limits', () => {
  test('one message a second into a private chat, and retry_after tells when', async () => {
    const service = await startService({})
    service.user(11, 'An').start()
    expect(await say(service, 11, 'một')).toMatchObject({ ok: true })
    expect(await say(service, 11, 'hai')).toEqual({
      status: 429,
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    await sleep(1_000)
    expect(await say(service, 11, 'hai')).toMatchObject({ ok: true })
    expect(service.chat(11).messages.map((message) => message.text)).toEqual(['một', 'hai'])
  })

  test('a burst is tolerated only when asked for, and paid back', async () => {
    const service = await startService({ limits: { chatBurst: 2 } })
    service.user(11, 'An').start()
    const answers = []
    for (const text of ['1', '2', '3', '4']) answers.push(await say(service, 11, text))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429])
    expect(answers[3]?.parameters?.retry_after).toBeGreaterThan(1)
  })

  test('thirty a second over all chats, twenty a minute in a group', async () => {
    const service = await startService({})
    const people = Array.from({ length: 31 }, (_, index) => service.user(100 + index, `Người ${index}`))
    for (const person of people) person.start()
    const answers = await Promise.all(people.map((person) => say(service, person.id, 'chào')))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(30)
    await sleep(1_000)
    const group = service.group(-500, 'Tổ CCHC', people[0]!)
    const inGroup = await Promise.all(people.slice(0, 21).map(() => say(service, group.id, 'chào')))
    expect(inGroup.filter((answer) => answer.ok)).toHaveLength(20)
    expect(inGroup.find((answer) => !answer.ok)?.parameters?.retry_after).toBeGreaterThan(50)
  })
})
