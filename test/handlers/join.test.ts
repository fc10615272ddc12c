import { describe, expect } from 'vitest'
import { onChannel, onEveryChannel, type Scene } from '../support/conversation.ts'
import { createTestWorkspace, within } from '../support/builders.ts'
import { createInviteCode, hashSecret } from '../../handlers/secrets.ts'
import type { ChatDriver } from '../support/person-driver.ts'

const minutes = (scene: Scene, count: number): Date => new Date(scene.now().getTime() + count * 60_000)

/** Sends a code and returns everything that is answered. */
const start = async (who: ChatDriver, code: string): Promise<string> => {
  await who.say(`/start ${code}`)
  const first = await who.next()
  return [first, ...(await who.quiet())].map(({ text }) => text).join('\n---\n')
}

describe('joining with a code', () => {
  onEveryChannel(
    'a code, however it is typed, brings somebody in and shows the open work of the agency',
    async (scene) => {
      await scene.importPlan([
        { title: 'Rà soát thủ tục hành chính', occurrences: ['2026-03-20'] },
        { title: 'Công khai kết quả', occurrences: [] },
        { title: 'Việc của đơn vị khác', to: ['Phòng Tư pháp'] },
      ])
      const hoa = await scene.stranger('Chuyên viên Một')
      const code = await scene.invite('official', 'Phòng Nội vụ')
      const said = await start(hoa, code.toLowerCase().replace('-', ''))
      expect(said).toContain('Chào anh/chị Chuyên viên Một. Anh/chị đã tham gia Đôn Đốc của UBND phường An Biên.')
      expect(said).toContain('Vai trò: chuyên viên đầu mối, Phòng Nội vụ.')
      expect(said).toContain('đã nhận · 60% · xong · vướng: …')
      expect(said).toContain('Phòng Nội vụ đang có 2 việc:')
      expect(said).toMatch(/• NV1 Rà soát thủ tục hành chính .*hạn 20\/03\/2026/)
      expect(said).toMatch(/• NV2 Công khai kết quả .*không thời hạn/)
      expect(said).not.toContain('Việc của đơn vị khác')
    },
  )

  onEveryChannel('more open work than a screen holds is cut at ten, with how many more', async (scene) => {
    await scene.importPlan(
      Array.from({ length: 13 }, (_, n) => ({ title: `Việc số ${n + 1}`, occurrences: ['2026-04-01'] })),
    )
    const said = await start(await scene.stranger(), await scene.invite('official', 'Phòng Nội vụ'))
    expect(said).toContain('Phòng Nội vụ đang có 13 việc:')
    expect(said).toContain('• NV10 Việc số 10')
    expect(said).not.toContain('• NV11')
    expect(said).toContain('và 3 việc khác. Gõ /viec để xem tất cả.')
  })

  onEveryChannel('a code works once, for seven days, and only if it is right', async (scene) => {
    const code = await scene.invite('official', 'Phòng Y tế')
    const an = await scene.stranger('Chuyên viên Hai')
    expect(await start(an, code)).toContain('Phòng Y tế hiện chưa có việc nào.')
    const binh = await scene.stranger('Văn thư Hai')
    expect(await start(binh, code)).toBe(
      'Mã mời này đã được dùng. Mỗi mã chỉ dùng một lần; xin cán bộ tổng hợp cấp mã mới.',
    )
    expect(await start(binh, 'KKKK-2222')).toContain('Mã mời này không đúng.')
    const late = await scene.invite('official', 'Phòng Y tế')
    scene.setNow(minutes(scene, 60 * 24 * 8))
    expect(await start(binh, late)).toBe('Mã mời này đã hết hạn. Xin cán bộ tổng hợp cấp mã mới.')
  })

  onEveryChannel('after five wrong codes even the right one has to wait a quarter of an hour', async (scene) => {
    const guesser = await scene.stranger('Người đoán')
    const code = await scene.invite('official', 'Phòng Nội vụ')
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await start(guesser, `KKKK-222${tries + 2}`)).toContain('Mã mời này không đúng.')
    }
    expect(await start(guesser, code)).toBe('Đã nhập sai mã nhiều lần. Xin thử lại sau 15 phút.')
    scene.setNow(minutes(scene, 16))
    expect(await start(guesser, code)).toContain('Anh/chị đã tham gia')
  })
})

describe('each role is told what to do first', () => {
  onEveryChannel('coordinator and leader', async (scene) => {
    const coordinator = await start(await scene.stranger('Tâm'), await scene.invite('coordinator'))
    expect(coordinator).toContain('Vai trò: cán bộ tổng hợp.')
    const hint = scene.channel === 'zalo' ? 'Gõ /web để mở trang web và gửi tệp kế hoạch ở đó' : 'Gửi tệp kế hoạch'
    expect(coordinator).toContain(hint)
    const leader = await start(await scene.stranger('Dũng'), await scene.invite('leader'))
    expect(leader).toContain('Vai trò: lãnh đạo UBND.')
    expect(leader).toContain('/tinhhinh xem tình hình toàn kế hoạch')
  })
})

describe('somebody who has joined', () => {
  onEveryChannel('gets another role with another code, and keeps the first', async (scene) => {
    await scene.importPlan([{ title: 'Kiểm tra văn bản', to: ['Phòng Tư pháp'], occurrences: ['2026-03-20'] }])
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const code = await scene.invite('head', 'Phòng Tư pháp')
    const said = await start(hoa, code)
    expect(said).toContain('✅ Anh/chị có thêm vai trò thủ trưởng đơn vị của Phòng Tư pháp.')
    expect(said).toMatch(/• NV1 Kiểm tra văn bản .*hạn 20\/03\/2026/)
    expect(await start(hoa, code)).toContain('Anh/chị đã là thủ trưởng đơn vị của Phòng Tư pháp rồi')
    await hoa.say('/toi')
    const me = (await hoa.next()).text
    expect(me).toContain('• chuyên viên đầu mối, Phòng Nội vụ')
    expect(me).toContain('• thủ trưởng đơn vị, Phòng Tư pháp')
  })

  onEveryChannel('is greeted by /start alone, and wrong codes count for them as well', async (scene) => {
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const greeting = await start(hoa, '')
    expect(greeting).toContain('Chào anh/chị Chuyên viên Một.')
    expect(greeting).toContain('/viec xem việc của đơn vị')
    for (let tries = 0; tries < 5; tries += 1) expect(await start(hoa, 'KKKK-2222')).toContain('không đúng')
    expect(await start(hoa, await scene.invite('head', 'Phòng Y tế'))).toContain('Đã nhập sai mã nhiều lần.')
  })

  onEveryChannel('cannot take a code of another workspace, and the code stays unused', async (scene) => {
    const other = await createTestWorkspace(scene.database, { name: 'UBND phường Gia Viên' })
    const code = createInviteCode()
    await within(scene.database, other.id, async ({ invites, people }) => {
      const createdById = await people.create({ name: 'Người khác', locale: 'vi' }, scene.now())
      const expiresAt = minutes(scene, 60)
      await invites.create(
        { codeHash: hashSecret(code), agencyId: null, role: 'leader', createdById, expiresAt },
        scene.now(),
      )
    })
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    expect(await start(hoa, code)).toContain('đang thuộc một cơ quan khác trong hệ thống')
    expect(await start(await scene.stranger('Chuyên viên Hai'), code)).toContain('Đôn Đốc của UBND phường Gia Viên')
  })
})

describe('a stranger without a code', () => {
  onChannel('telegram', 'is told how to come in', async (scene) => {
    const stranger = await scene.stranger()
    for (const words of ['/start', 'xin chào', '/viec', '/help']) {
      await stranger.say(words)
      expect((await stranger.next()).text).toBe(
        'Anh/chị chưa tham gia. Hãy nhắn /start MÃ với mã mời do cán bộ tổng hợp cấp, ví dụ /start K7M2-9QXD.',
      )
    }
  })

  onChannel('zalo', 'may send just the code', async (scene) => {
    const stranger = await scene.stranger('Chuyên viên Một')
    await stranger.say(await scene.invite('official', 'Phòng Nội vụ'))
    expect((await stranger.next()).text).toContain('Chào anh/chị Chuyên viên Một.')
  })
})
