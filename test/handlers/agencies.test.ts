import { describe, expect } from 'vitest'
import { askText } from '../support/asking.ts'
import { onEveryChannel } from '../support/conversation.ts'

describe('/donvi', () => {
  onEveryChannel('lists the directory by kind, with its groups', async ({ coordinator }) => {
    expect(await askText(coordinator, '/donvi')).toBe(
      [
        'Danh mục đơn vị của UBND phường An Biên: 5 đơn vị',
        '• UBND cấp xã (1): UBND phường An Biên',
        '• Phòng chuyên môn (3): Phòng Nội vụ; Phòng Tư pháp; Phòng Y tế',
        '• Đơn vị sự nghiệp (1): Trạm Y tế',
        '',
        'Nhóm đơn vị',
        '• Các phòng chuyên môn = 3 đơn vị',
        '',
        'Xem một đơn vị hoặc một nhóm: /donvi Sở Nội vụ. Thêm, sửa nhiều đơn vị: gửi tệp .xlsx theo mẫu.',
      ].join('\n'),
    )
  })

  onEveryChannel('shows one agency, one group, or what is nearest', async ({ coordinator }) => {
    expect(await askText(coordinator, '/donvi pnv')).toBe(
      [
        'Phòng Nội vụ',
        'Loại: Phòng chuyên môn',
        'Tên gọi khác: PNV',
        'Trực thuộc: UBND phường An Biên',
        'Thuộc nhóm: Các phòng chuyên môn',
      ].join('\n'),
    )
    expect(await askText(coordinator, '/donvi các phòng, ban')).toBe(
      [
        'Các phòng chuyên môn: 3 đơn vị',
        'Tên gọi khác: Các phòng, ban; Các đơn vị thuộc phường',
        'Phòng Nội vụ; Phòng Tư pháp; Phòng Y tế',
      ].join('\n'),
    )
    expect(await askText(coordinator, '/donvi Phòng Nội vu và')).toContain('Phòng Nội vụ')
    expect(await askText(coordinator, '/donvi Đài Vũ trụ')).toContain('Không tìm thấy đơn vị “Đài Vũ trụ”')
  })

  onEveryChannel('is not for officials', async (scene) => {
    const official = await scene.person({ role: 'official', agency: 'Phòng Nội vụ' })
    expect(await askText(official, '/donvi')).toContain('không thuộc quyền của anh/chị')
    expect(await askText(official, '/tenla')).toContain('không thuộc quyền của anh/chị')
  })
})
