import { afterEach, describe, expect, test } from 'vitest'
import { addPlan, within } from '../../support/builders.ts'
import { openStage, type Stage } from '../../support/stage.ts'
import { createTelegramEmulator, type TelegramEmulator } from '../../support/telegram/emulator.ts'
import type { TelegramPerson } from '../../support/telegram/person.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const long = 20_000

const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}`)

const begin = async (): Promise<{ telegram: TelegramEmulator; stage: Stage; person: TelegramPerson }> => {
  const telegram = await createTelegramEmulator({ limits: false })
  closing.push(() => telegram.close())
  const stage = await openStage({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url })
  closing.push(() => stage.close())
  const person = telegram.user(11, 'An')
  person.start(await stage.invite('official', 'Phòng Nội vụ'))
  await person.nextMessage(long)
  await person.waitUntilQuiet()
  const { id: createdById } = await stage.database.client.person.findFirstOrThrow()
  const tasks = [
    { title: 'Báo cáo quý I', occurrences: ['2046-03-20'] },
    { title: 'Rà soát thủ tục', occurrences: ['2046-05-30'] },
  ]
  await addPlan(stage.database, stage.workspace, tasks, { createdById, remindAt: () => null })
  return { telegram, stage, person }
}

const stateOf = (stage: Stage, number: number) =>
  within(stage.database, stage.workspace.id, async ({ assignments }) => {
    const [first] = await assignments.findByNumber(number)
    return `${first?.state} ${first?.percent}`
  })

const tell = async (person: TelegramPerson, text: string): Promise<string> => {
  person.send(text)
  return (await person.nextMessage(long)).text
}

describe('on Telegram', { timeout: 90_000 }, () => {
  test('an edited answer changes nothing and says in one sentence how to correct it', async () => {
    const { stage, person } = await begin()
    const said = person.send('nv1 60%')
    await person.nextMessage(long)
    person.edit(said, 'nv1 xong')
    expect((await person.nextMessage(long)).text).toBe(
      'Bot không đọc tin đã sửa, nội dung đã ghi vẫn như cũ. Để sửa: bấm Hoàn tác (hoặc gõ hoàn tác) trong 10 phút, hoặc gửi một tin mới.',
    )
    expect(await stateOf(stage, 1)).toBe('in_progress 60')
    expect(await tell(person, 'hoàn tác')).toContain('NV1 trở lại: mới giao')
  })

  test('forwarded words are nobody’s answer and no command; the one task they name can be answered by a button', async () => {
    const { stage, person } = await begin()
    person.forward('nv1 xong rồi ạ')
    const asked = await person.nextMessage(long)
    expect(asked.text).toContain('Đây là tin chuyển tiếp nên chưa ghi gì. Nếu là tình hình của NV1, chọn một nút')
    expect(await stateOf(stage, 1)).toBe('assigned 0')
    for (const text of ['xong hết rồi', 'nv1 xong, nv2 xong', '/viec', 'nv99 xong']) {
      person.forward(text)
      const { text: reply, choices } = await person.nextMessage(long)
      expect(reply).toContain('Đây là tin chuyển tiếp nên chưa ghi gì. Nếu là tình hình của một việc')
      expect(choices).toEqual([])
    }
    expect(await stage.database.client.statusUpdate.count()).toBe(0)
    person.press(asked.id, 'Xong')
    expect((await person.nextMessage(long)).text).toContain('Đã ghi NV1: hoàn thành')
    // While the bot waits for evidence, too.
    person.forward('https://haiphong.gov.vn/cua-nguoi-khac')
    expect((await person.nextMessage(long)).text).toContain('Đây là tin chuyển tiếp')
    expect(await stage.database.client.evidence.count()).toBe(0)
  })

  test('a forwarded file is evidence where it is certain of what, and its caption is nobody’s answer', async () => {
    const { stage, person } = await begin()
    const files = () => stage.database.client.evidence.count()
    // Named by its number: the file is taken, "done" is not.
    person.forwardDocument('scan.pdf', pdf('1'), 'nv1 xong rồi nhé')
    expect((await person.nextMessage(long)).text).toContain('✅ Đã ghi NV1: đã lưu minh chứng scan.pdf')
    expect((await person.nextMessage(long)).text).toContain('là của người khác nên không ghi thành câu trả lời')
    expect(await stateOf(stage, 1)).toBe('acknowledged 0')
    expect(await files()).toBe(1)
    // Waited for, without a word.
    person.forwardDocument('phu-luc.pdf', pdf('2'))
    expect((await person.nextMessage(long)).text).toContain('Đã ghi NV1: đã lưu minh chứng phu-luc.pdf')
    // Nobody's number: asked, and only one open task makes it no more certain.
    await stage.database.client.dialog.deleteMany()
    await stage.database.client.assignment.updateMany({
      where: { occurrence: { task: { number: 2 } } },
      data: { state: 'done' },
    })
    person.forwardDocument('la.pdf', pdf('3'), 'nv99 xong')
    expect((await person.nextMessage(long)).text).toContain('là của người khác')
    const asked = await person.nextMessage(long)
    expect(asked.text).toContain('Đã giữ 1 tệp (la.pdf). Tệp này là minh chứng của việc nào?')
    expect(await files()).toBe(2)
    person.press(asked.id, 'NV1 Báo cáo quý I')
    expect((await person.nextMessage(long)).text).toContain('đã lưu minh chứng la.pdf')
    expect(await stateOf(stage, 1)).toBe('acknowledged 0')
  })

  test('a forwarded code still opens the workspace, for a newcomer and for a member', async () => {
    const { telegram, stage, person } = await begin()
    const newcomer = telegram.user(12, 'Bình')
    newcomer.forward(`/start ${await stage.invite('official', 'Phòng Tư pháp')}`)
    expect((await newcomer.nextMessage(long)).text).toContain('Phòng Tư pháp')
    person.forward(`/start ${await stage.invite('head', 'Phòng Nội vụ')}`)
    expect((await person.nextMessage(long)).text).not.toContain('chuyển tiếp')
  })
})
