import { InputFile } from 'grammy'
import { describe, expect, test } from 'vitest'
import { callRaw } from './call.ts'
import { useOneChat } from './one-chat.ts'

const { service, person, api } = await useOneChat()

describe('files', () => {
  const png = (width: number, height: number): Buffer => {
    const bytes = Buffer.alloc(64)
    bytes.writeUInt32BE(0x89504e47, 0)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return bytes
  }

  test('a picture must be one, of a sane shape, and a caption at most 1024 long', async () => {
    await api.sendPhoto(11, new InputFile(png(800, 600), 'biểu đồ.png'), { caption: 'Tuần 12' })
    expect(person.chat.last).toMatchObject({ kind: 'photo', text: 'Tuần 12', file: { name: 'biểu đồ.png' } })
    await expect(api.sendPhoto(11, new InputFile(Buffer.from('không phải ảnh')))).rejects.toThrow(
      'IMAGE_PROCESS_FAILED',
    )
    await expect(api.sendPhoto(11, new InputFile(png(9_000, 2_000)))).rejects.toThrow('PHOTO_INVALID_DIMENSIONS')
    await expect(api.sendDocument(11, new InputFile(Buffer.alloc(0), 'a.txt'))).rejects.toThrow(
      'file must be non-empty',
    )
    const caption = 'x'.repeat(1_025)
    await expect(api.sendDocument(11, new InputFile(Buffer.from('a'), 'a.txt'), { caption })).rejects.toThrow(
      'message caption is too long',
    )
    await expect(callRaw(service, 'sendDocument', { chat_id: 11 })).resolves.toMatchObject({
      description: 'Bad Request: there is no document in the request',
    })
  })

  test('what is larger than 20 MB cannot be downloaded', async () => {
    person.sendDocument('lớn.pdf', Buffer.from('%PDF'), '', { size: 20 * 1_024 * 1_024 + 1 })
    const update = (await api.getUpdates({ offset: -1 })).at(-1)
    await expect(api.getFile(update!.message!.document!.file_id)).rejects.toThrow('Bad Request: file is too big')
  })
})
