import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { canLimitFiles, withFileLimit } from '../../support/file-limit.ts'
import { useWebScene } from './scene.ts'
import { errorOf, signIn, type Visitor } from './visitor.ts'

const scene = await useWebScene()
let visitor: Visitor
beforeEach(async () => {
  visitor = await signIn(scene)
})

describe('a file', () => {
  test('comes in with its name and size, and its bytes can be fetched', async () => {
    const bytes = new Uint8Array(randomBytes(300_000))
    const answer = await visitor.sendFile(new File([bytes], 'Báo cáo quý I.docx'), {
      caption: ' minh chứng nv12 ',
      replyTo: '7',
    })
    expect(answer.status).toBe(202)
    const [incoming] = scene.received
    if (incoming?.body.kind !== 'file') throw new Error('no file came in')
    expect(incoming).toMatchObject({ replyTo: '7', body: { caption: 'minh chứng nv12' } })
    expect(incoming.body.file).toMatchObject({ name: 'Báo cáo quý I.docx', size: 300_000 })
    expect(new Uint8Array((await scene.files.read(incoming.body.file.reference)) ?? [])).toEqual(bytes)
    expect(await visitor.chat()).toMatch(/class="name">Báo cáo quý I\.docx<\/span\s*><span class="size">293 KB/)
  })

  test.skipIf(!canLimitFiles)(
    'for which the disk has no room is said not to be kept, and is taken with room',
    async () => {
      const file = new File([new Uint8Array(randomBytes(300_000))], 'Báo cáo.docx')
      const refused = await withFileLimit(65_536, () => visitor.sendFile(file))
      expect(refused.status).toBe(507)
      expect(await errorOf(refused)).toBe('Máy chủ chưa lưu được tệp này nên chưa ghi gì. Xin gửi lại sau ít phút.')
      expect(scene.received).toEqual([])
      expect((await visitor.sendFile(file)).status).toBe(202)
    },
  )

  test('of 50 MB is taken, one byte more is refused with the reason', async () => {
    const limit = 50 * 1024 * 1024
    expect((await visitor.sendFile(new File([new Uint8Array(limit)], 'a.bin'))).status).toBe(202)
    const refused = await visitor.sendFile(new File([new Uint8Array(limit + 1)], 'b.bin'))
    expect([refused.status, await errorOf(refused)]).toEqual([413, expect.stringContaining('Tệp lớn hơn 50 MB')])
    const huge = await visitor.sendFile(new File([new Uint8Array(limit * 2)], 'c.bin'))
    expect([huge.status, await errorOf(huge)]).toEqual([413, expect.stringContaining('Tệp lớn hơn 50 MB')])
  })

  test.each([
    ['Báo cáo MẬT.pdf', '', 'ghi dấu mật'],
    ['a.pdf', 'tài liệu tối mật', 'ghi dấu mật'],
    ['a.exe', '', 'loại tệp chạy được'],
  ])('"%s" with the caption "%s" is refused and not kept', async (name, caption, words) => {
    const refused = await visitor.sendFile(new File(['x'], name), { caption })
    expect([refused.status, await errorOf(refused)]).toEqual([400, expect.stringContaining(words)])
    expect(scene.received).toEqual([])
  })

  test.each([
    ['nothing', null, 'Chưa có tệp nào được chọn.'],
    ['an empty file', new File([], 'a.txt'), 'Tệp trống (0 byte).'],
  ])('that is %s is refused in a sentence', async (_what, file, words) => {
    const refused = await visitor.sendFile(file)
    expect([refused.status, await errorOf(refused)]).toEqual([400, expect.stringContaining(words)])
  })

  test('with a name that plays tricks gets an honest one', async () => {
    for (const name of [
      '../../etc/passwd',
      'C:\\x\\kế hoạch.docx',
      'exe.\u202excod',
      '\u0007',
      `${'x'.repeat(300)}.pdf`,
    ]) {
      await visitor.sendFile(new File(['x'], name))
    }
    const names = scene.received.map(({ body }) => (body.kind === 'file' ? body.file.name : ''))
    expect(names).toEqual(['passwd', 'kế hoạch.docx', 'exe.xcod', 'tep', `${'x'.repeat(146)}.pdf`])
  })

  test('upload that is no form is refused in a sentence', async () => {
    const refused = await visitor.send('/chat/files', 'x', { 'Content-Type': 'multipart/form-data; boundary=y' })
    expect(refused.status).toBe(400)
  })
})
