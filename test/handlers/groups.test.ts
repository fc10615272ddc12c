import { describe, expect, test } from 'vitest'
import type { IncomingBody } from '../../domain/incoming.ts'
import type { Stores } from '../../domain/ports/stores.ts'
import { dispatch } from '../../handlers/dispatch.ts'
import type { Request } from '../../handlers/request.ts'
import { buttons, commands } from '../../handlers/routes.ts'
import { messagesIn } from '../../locales/index.ts'
import { onChannel, type Scene } from '../support/conversation.ts'
import type { ChatDriver } from '../support/person-driver.ts'
import { telegramDriver } from '../support/telegram/driver.ts'
import { nextSummary } from '../support/weekly-summary.ts'
import { zaloDriver } from '../support/zalo/driver.ts'

/** Everything that a group may have. Whoever adds to it answers for what all of its members then see. */
const ofGroups = { commands: ['tuan'], buttons: ['week', 'wkn', 'wkg'] }

/** Somebody of every right, in a group; nothing that is asked may touch a store. */
const inGroup: Request = {
  ...{ now: new Date(0), today: '2026-03-02', about: null, m: messagesIn('vi'), key: 'k' },
  workspace: { id: 'w', name: 'UBND phường An Biên', zone: 'Asia/Ho_Chi_Minh' },
  person: {
    ...{ id: 'p', name: 'Cán bộ Chín', locale: 'vi' },
    memberships: [
      { role: 'coordinator', agencyId: null },
      { role: 'admin', agencyId: null },
      { role: 'head', agencyId: 'a' },
    ],
  },
  chat: { id: 'g', workspaceId: 'w', channel: 'telegram', externalId: '-900', kind: 'group', title: 'Ban chỉ đạo' },
  links: { web: '', telegram: null, zalo: false },
}

const noStores = new Proxy({} as Stores, {
  get: (_, noun) => {
    throw new Error(`a group touched ${String(noun)}`)
  },
})

const send = (body: IncomingBody) => dispatch(inGroup, body, null, noStores)

describe('in a group', () => {
  test('commands and buttons are for private chats unless they are on the list', () => {
    expect(commands.filter(({ inGroups }) => inGroups !== undefined).map(({ names }) => names[0])).toEqual(
      ofGroups.commands,
    )
    expect(buttons.filter(({ inGroups }) => inGroups === true).map(({ prefix }) => prefix)).toEqual(ofGroups.buttons)
  })

  test.each(buttons.map(({ prefix }) => prefix).filter((prefix) => !ofGroups.buttons.includes(prefix)))(
    'the button %s does nothing',
    async (prefix) => {
      await expect(send({ kind: 'button', action: `${prefix}:${crypto.randomUUID()}` })).rejects.toMatchObject({
        code: 'private-only',
      })
    },
  )

  test.each<IncomingBody>([
    { kind: 'text', text: 'nv1 xong rồi ạ' },
    { kind: 'text', text: 'duyệt' },
    { kind: 'text', text: 'viec' },
    { kind: 'text', text: 'nv1 xong', forwarded: true },
    { kind: 'edited' },
    { kind: 'file', file: { reference: 'r', name: 'scan.pdf', size: 1 }, caption: 'nv1 xong' },
    { kind: 'unsupported', what: 'sticker' },
  ])('%j is nothing to the bot', async (body) => {
    expect(await send(body)).toEqual([])
  })
})

const long = 20_000

/** What only some may see: none of it ever stands in a group. */
const secret = /Phòng|Trạm|NV\d|Báo cáo mật thiết|Chuyên viên|Thủ trưởng|[A-Z0-9]{4}-[A-Z0-9]{4}/u

interface Member {
  readonly alone: ChatDriver
  readonly group: ChatDriver
}

/** Somebody of every right who heads an agency as well, in private and in a group of the same channel. */
const openGroup = async (scene: Scene): Promise<Member> => {
  const { telegram, zalo } = scene.backstage
  const member = (): Member => {
    if (telegram !== null) {
      const person = telegram.user(501, 'Cán bộ Chín')
      const group = telegram.group(-900, 'Ban chỉ đạo', person)
      return { alone: telegramDriver(person), group: telegramDriver(group.member(person)) }
    }
    if (zalo === null) throw new Error('this channel has no groups')
    const person = zalo.user('z501', 'Cán bộ Chín')
    return { alone: zaloDriver(person), group: zaloDriver(zalo.group('g900', 'Ban chỉ đạo').member(person)) }
  }
  const { alone, group } = member()
  const codes = [await scene.invite('coordinator'), await scene.invite('admin')]
  for (const code of [...codes, await scene.invite('head', 'Phòng Y tế')]) {
    await alone.say(`/start ${code}`)
    await alone.next(long)
    await alone.quiet()
  }
  return { alone, group }
}

for (const channel of ['telegram', 'zalo'] as const) {
  onChannel(
    channel,
    `every command in a group on ${channel} is answered in private, but for the week`,
    async (scene) => {
      await scene.importPlan([
        { title: 'Báo cáo mật thiết', occurrences: ['2026-02-20'], to: ['Phòng Y tế', 'Trạm Y tế', 'Phòng Tư pháp'] },
      ])
      await scene.person({ role: 'official', agency: 'Phòng Y tế' })
      const { alone, group } = await openGroup(scene)
      for (const { names, inGroups } of commands.filter((command) => command.names[0] !== 'roi')) {
        const typed = names[0] === 'nv' ? '/nv 1' : `/${names[0]}`
        await group.say(typed)
        const { text, choices } = await (names[0] === 'tuan' ? nextSummary(group, long) : group.next(long))
        expect(`${typed}: ${text} ${choices.join()}`).not.toMatch(secret)
        const isAnswered = text.includes('📩 Đã trả lời riêng')
        expect(isAnswered || text.includes('chỉ làm trong trò chuyện riêng'), typed).toBe(inGroups === undefined)
        if (isAnswered) await alone.next(long)
        const more = await alone.quiet()
        if (!isAnswered) expect(more, typed).toEqual([])
      }
      await group.say('/viec')
      await group.next(long)
      const card = await alone.next(long)
      expect(card.text).toContain('NV1 Báo cáo mật thiết')
      await alone.choose(card, 'NV1')
      expect((await alone.next()).text).toContain('Đơn vị: Phòng Y tế')
      // What was wrong with a question is not for the group.
      await group.say('/tinhhinh Phòng Y tê tế')
      expect((await group.next(long)).text).toBe('Việc này chỉ làm trong trò chuyện riêng với bot.')
      expect(await group.quiet()).toEqual([])
      // What the bot waits for in private is not taken from a group.
      await alone.say('/moi')
      await alone.next()
      await group.say('Phòng Nội vụ')
      expect(await group.quiet()).toEqual([])
      expect(await alone.quiet()).toEqual([])
    },
  )
}
