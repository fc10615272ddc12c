import { describe, expect } from 'vitest'
import { ask, choose } from '../support/asking.ts'
import { onChannel, onEveryChannel } from '../support/conversation.ts'
import type { SeenMessage } from '../support/person-driver.ts'

const codeIn = ({ text }: SeenMessage): string => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? ''

describe('/moi', () => {
  onEveryChannel('with an agency makes a code at once, says how it is used, and the code works', async (scene) => {
    const { coordinator } = scene
    const invitation = await ask(coordinator, '/moi phong noi vu')
    const code = codeIn(invitation)
    expect(invitation.text).toContain(
      'Mã mời tham gia Đôn Đốc của UBND phường An Biên, vai trò chuyên viên đầu mối, Phòng Nội vụ:',
    )
    expect(invitation.text).toContain(`/vao/${code}`)
    expect(invitation.text).toContain('Dùng một lần, cho một người, trước 09:00 ngày 09/03/2026.')
    if (scene.channel === 'telegram') expect(invitation.text).toMatch(new RegExp(`https://t\\.me/\\w+\\?start=${code}`))
    if (scene.channel === 'zalo') expect(invitation.text).toContain(`nhắn /start ${code} cho bot`)
    const another = await choose(coordinator, invitation, 'Thêm mã nữa')
    expect(another.text).toContain('Phòng Nội vụ')
    expect(codeIn(another)).not.toBe(code)
    for (const each of [code, codeIn(another)]) {
      const newcomer = await scene.stranger('Chuyên viên Một')
      expect((await ask(newcomer, `/start ${each}`)).text).toContain('Vai trò: chuyên viên đầu mối, Phòng Nội vụ.')
    }
  })

  onEveryChannel('reads the role after the name, and roles that need no agency', async ({ coordinator }) => {
    expect((await ask(coordinator, '/moi Phòng Y tế thủ trưởng')).text).toContain(
      'vai trò thủ trưởng đơn vị, Phòng Y tế:',
    )
    expect((await ask(coordinator, '/moi lãnh đạo')).text).toContain('vai trò lãnh đạo UBND:')
    expect((await ask(coordinator, '/moi tổng hợp')).text).toContain('vai trò cán bộ tổng hợp:')
    expect((await ask(coordinator, '/invite PNV head')).text).toContain('vai trò thủ trưởng đơn vị, Phòng Nội vụ:')
  })

  onEveryChannel('without words asks for the agency, then for the role', async (scene) => {
    const { coordinator } = scene
    await scene.importPlan([
      { title: 'Rà soát', to: ['Phòng Nội vụ', 'Phòng Tư pháp', 'Trạm Y tế'] },
      { title: 'Báo cáo', to: ['Phòng Tư pháp'] },
    ])
    await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    const question = await ask(coordinator, '/moi')
    expect(question.text).toContain(
      'Có việc mà chưa ai tham gia (trả lời bằng số để mời):\n1. Phòng Tư pháp\n2. Trạm Y tế',
    )
    expect(question.text).not.toContain('Phòng Nội vụ')

    const byNumber = await ask(coordinator, '2')
    expect(byNumber.text).toContain('Mời người của Trạm Y tế với vai trò nào?')
    expect(byNumber.choices).toEqual(['chuyên viên đầu mối', 'thủ trưởng đơn vị'])
    expect((await choose(coordinator, byNumber, 'thủ trưởng đơn vị')).text).toContain('thủ trưởng đơn vị, Trạm Y tế:')

    await ask(coordinator, '/moi')
    const byName = await ask(coordinator, 'phòng y tế')
    expect((await choose(coordinator, byName, 'chuyên viên đầu mối')).text).toContain('Phòng Y tế:')
  })

  onEveryChannel(
    'offers the nearest names when there is no such agency, and forgets nothing',
    async ({ coordinator }) => {
      const offer = await ask(coordinator, '/moi Phòng Nôi dung thủ trưởng')
      expect(offer.text).toContain('Không tìm thấy đơn vị “Phòng Nôi dung”. Có phải anh/chị muốn nói:')
      expect(offer.choices).toContain('Phòng Nội vụ')
      expect((await choose(coordinator, offer, 'Phòng Nội vụ')).text).toContain('thủ trưởng đơn vị, Phòng Nội vụ:')

      await ask(coordinator, '/moi')
      expect((await ask(coordinator, 'Cục Hàng hải')).text).toBe(
        'Không tìm thấy đơn vị “Cục Hàng hải”. Hãy gõ đủ tên, ví dụ: Sở Nội vụ.',
      )
      expect((await ask(coordinator, 'Phòng Nội vụ chuyên viên')).text).toContain('chuyên viên đầu mối, Phòng Nội vụ:')
    },
  )

  onEveryChannel('/huy stops asking', async ({ coordinator }) => {
    await ask(coordinator, '/moi')
    expect((await ask(coordinator, '/huy')).text).toContain('Đã bỏ việc đang hỏi dở')
    expect((await ask(coordinator, 'Phòng Nội vụ')).text).not.toContain('vai trò')
  })

  onChannel('web', 'nobody makes somebody mightier than themselves', async (scene) => {
    expect((await ask(scene.coordinator, '/moi quản trị')).text).toContain('không thuộc quyền của anh/chị')
    const admin = await scene.person({ role: 'admin' })
    expect((await ask(admin, '/moi quản trị')).text).toContain('vai trò quản trị:')
    for (const role of ['official', 'head'] as const) {
      const person = await scene.person({ role, agency: 'Phòng Nội vụ' })
      expect((await ask(person, '/moi Phòng Nội vụ')).text).toContain('không thuộc quyền của anh/chị')
    }
  })

  onChannel('telegram', 'a name like a role is still a name', async (scene) => {
    await scene.stores(({ agencies }) => agencies.ensure(['Phòng Tổng hợp']))
    expect((await ask(scene.coordinator, '/moi Phòng Tổng hợp')).text).toContain('chuyên viên đầu mối, Phòng Tổng hợp:')
  })
})
