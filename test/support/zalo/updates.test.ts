import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { poll, startService } from './start-service.ts'

describe('polling', () => {
  test('hands out one event at a time, and each only once', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    an.send('một')
    an.send('hai')
    expect(await poll(service)).toMatchObject({ event_name: 'message.text.received', message: { text: 'một' } })
    expect(await poll(service)).toMatchObject({ message: { text: 'hai', chat: { id: 'an', chat_type: 'PRIVATE' } } })
    expect(await poll(service)).toBe(408)
  })

  test('waits for an event, and one whose answer got lost is lost', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    const waiting = poll(service, 5)
    await service.requests.waitFor((request) => request.method === 'getUpdates')
    an.send('đây')
    expect(await waiting).toMatchObject({ message: { text: 'đây' } })
    service.faults.add({ times: 1, fault: { kind: 'reset', effect: 'done' } })
    an.send('mất')
    await expect(poll(service)).rejects.toThrow('fetch failed')
    expect(await poll(service)).toBe(408)
  })

  test('a caller that hung up takes nothing with it', async () => {
    const service = await startService()
    const url = `${service.url}/bot${service.token}/getUpdates`
    await expect(fetch(url, { method: 'POST', signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
    await sleep(20)
    service.user('an', 'An').send('còn đây')
    expect(await poll(service)).toMatchObject({ message: { text: 'còn đây' } })
  })

  test('tells of pictures, files, oddities and the same message twice', async () => {
    const service = await startService()
    const an = service.user('an', 'An')
    an.sendImage(Buffer.from('ảnh'), 'minh chứng')
    const image = await poll(service)
    const { photo_url: photo } = z
      .looseObject({ photo_url: z.string() })
      .parse(typeof image === 'number' ? {} : image.message)
    expect(await (await fetch(photo)).text()).toBe('ảnh')
    service.habits.photoField = 'photo'
    service.habits.dates = 'seconds'
    an.sendImage()
    expect(await poll(service)).toMatchObject({ message: { photo: expect.stringContaining('/pictures/') as string } })
    an.sendUnsupported()
    expect(await poll(service)).toMatchObject({ event_name: 'message.unsupported.received' })
    service.emit({ event_name: 'message.unsupported.received' })
    expect(await poll(service)).toEqual({ event_name: 'message.unsupported.received' })
    an.emit('message.hologram.received', {})
    expect(await poll(service)).toMatchObject({ event_name: 'message.hologram.received' })
    const id = an.send('hai lần')
    service.redeliver(id)
    const twice = [await poll(service), await poll(service)]
    expect(twice[0]).toEqual(twice[1])
    expect(twice[0]).toMatchObject({ message: { message_id: id, date: expect.any(Number) as number } })
    expect(typeof twice[0] === 'number' ? 0 : twice[0]?.message?.date).toBeLessThan(1e12)
  })

  test('in a group the bot hears only its name and answers to it', async () => {
    const service = await startService()
    const member = service.group('nhom', 'Tổ CCHC').member(service.user('an', 'An'))
    member.send('chào cả nhà')
    member.mention('tuần này thế nào?')
    member.replyToBot('rõ')
    expect(await poll(service)).toMatchObject({
      message: { text: '@Bot Đôn Đốc tuần này thế nào?', chat: { id: 'nhom', chat_type: 'GROUP' } },
    })
    expect(await poll(service)).toMatchObject({ message: { text: 'rõ' } })
    expect(await poll(service)).toBe(408)
  })
})
