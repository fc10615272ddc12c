import { describe, expect } from 'vitest'
import { ask } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import { signInOnWeb } from '../support/web-driver.ts'

describe('/help', () => {
  onEveryChannel('shows each person only what they can do', async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const ofOfficial = (await ask(official, '/help')).text
    expect(ofOfficial).toContain('Chuyên viên Một làm được những việc sau:')
    expect(ofOfficial).toContain('Công việc\n/viec – Việc đang mở của đơn vị tôi, ví dụ /viec quá hạn\n')
    expect(ofOfficial).toContain('Cá nhân\n/web – ')
    expect(ofOfficial).not.toContain('Điều hành')
    expect(ofOfficial).toContain('Trả lời thẳng vào tin nhắc: đã nhận, 60%, xong')
    expect(ofOfficial).not.toMatch(/\/moi|\/kehoach|\/thongbao|\/start/)

    const ofCoordinator = (await ask(scene.coordinator, '/trogiup')).text
    expect(ofCoordinator).toContain('/moi – Tạo mã mời cho một đơn vị, ví dụ /moi Sở Nội vụ')
    expect(ofCoordinator).toContain('/kehoach')
    expect(ofCoordinator.includes('gửi tệp kế hoạch')).toBe(scene.channel !== 'zalo')
  })

  onEveryChannel('an unknown command is answered with the nearest one that this person has', async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    expect((await ask(official, '/ngônngữ')).text).toContain('Chọn ngôn ngữ:')
    expect((await ask(official, '/helpp')).text).toBe('Chưa có lệnh /helpp. Có phải anh/chị muốn dùng /help?')
    expect((await ask(official, '/kehoac')).text).toBe('Chưa có lệnh /kehoac. Gõ /trogiup để xem những việc làm được.')
    expect((await ask(official, '/kehoach')).text).toContain('không thuộc quyền của anh/chị')
  })
})

describe('/ngonngu', () => {
  onEveryChannel('changes the language for good, named or chosen', async (scene) => {
    const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    expect((await ask(hoa, '/ngonngu en')).text).toContain('The bot speaks English from now on.')
    expect((await ask(hoa, '/help')).text).toContain('you can do this:')
    const question = await ask(hoa, '/language')
    expect(question.choices).toEqual(['Tiếng Việt', 'English'])
    await hoa.choose(question, 'Tiếng Việt')
    expect((await hoa.next()).text).toContain('Từ nay bot nói tiếng Việt.')
    expect((await ask(hoa, '/ngonngu tiếng anh')).text).toContain('The bot speaks English')
  })
})

describe('/toi', () => {
  onEveryChannel('says who somebody is here', async (scene) => {
    const names = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' }
    const head = await scene.person({ role: 'head', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
    const me = await ask(head, '/toi')
    // Where choices are numbered they follow in the text.
    const said = [
      'Chuyên viên Một',
      'UBND phường An Biên',
      '• thủ trưởng đơn vị, Phòng Nội vụ',
      'Tham gia từ 02/03/2026.',
      `Kênh: ${names[scene.channel]}.`,
      'Ngôn ngữ: Tiếng Việt (đổi: /ngonngu en).',
      'Hồ sơ còn giữ: 0 lần cập nhật và 0 minh chứng anh/chị đã gửi, tin nhắn giữa anh/chị và bot, nhật ký thao tác (ai, lúc nào, kênh nào).',
    ].join('\n')
    expect(me.text.slice(0, said.length)).toBe(said)
    expect(me.choices).toEqual(['Sửa tên', 'Nối thêm kênh', 'Rời Đôn Đốc'])
    expect((await ask(scene.coordinator, '/me')).text).toContain('• cán bộ tổng hợp\n')
  })
})

describe('/web', () => {
  onChannel(
    'telegram',
    'gives a link that opens the same person’s chat in a browser, once, within 15 minutes',
    async (scene) => {
      const hoa = await scene.person({ role: 'official', agency: 'Phòng Nội vụ', name: 'Chuyên viên Một' })
      const said = (await ask(hoa, '/web')).text
      expect(said).toContain('Dùng một lần, trong 15 phút.')
      const token = /\/vao\/(\S+)/.exec(said)?.[1] ?? ''
      const browser = await signInOnWeb(`http://127.0.0.1:${scene.app.port}`, token)
      expect((await ask(browser, '/toi')).text).toContain('Kênh: Telegram, trang web.')
      await expect(signInOnWeb(`http://127.0.0.1:${scene.app.port}`, token)).rejects.toThrow('đã được dùng')

      const late = /\/vao\/(\S+)/.exec((await ask(hoa, '/web')).text)?.[1] ?? ''
      scene.setNow(new Date(scene.now().getTime() + 15 * 60_000))
      await expect(signInOnWeb(`http://127.0.0.1:${scene.app.port}`, late)).rejects.toThrow('đã hết hạn')
    },
  )
})
