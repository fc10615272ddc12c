import { describe, expect, test } from 'vitest'
import { externalIdOf, externalIdOfKey, foldEntries, keyOf } from '../../../bot/web/entries.ts'
import type { IncomingBody } from '../../../domain/incoming.ts'
import type { WebEntry } from '../../../domain/ports/web.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 2, minute))

const said = (row: number, text: string, edits: string | null = null): WebEntry => {
  const buttons = [[{ label: 'Xong', action: 'done' }]]
  return {
    from: 'bot',
    row: BigInt(row),
    edits,
    content: { text, entities: [], buttons, choices: ['done'] },
    at: at(row),
  }
}

const sent = (clientId: string, body: IncomingBody, replyTo?: string): WebEntry => ({
  from: 'person',
  at: at(59),
  incoming: {
    channel: 'web',
    externalId: externalIdOf('person', clientId),
    chat: { id: 'person', kind: 'private', title: 'Hoa' },
    sender: { id: 'person', name: 'Hoa' },
    sentAt: at(59).toISOString(),
    ...(replyTo === undefined ? {} : { replyTo }),
    body,
  },
})

const press = (messageId: string): WebEntry => sent('press', { kind: 'button', action: 'done', messageId })

describe('what is shown of what was said', () => {
  test('edits are folded into the message they replace, which keeps its place and time', () => {
    const shown = foldEntries([said(1, 'một'), said(2, 'hai'), said(3, 'một rưỡi', '1'), said(4, 'xong một', '1')])
    expect(shown).toMatchObject([
      { key: '1', rows: [1n, 3n, 4n], content: { text: 'xong một' }, at: at(1) },
      { key: '2', rows: [2n] },
    ])
  })

  test('an edit of a message that is too old to be shown is shown under that message’s name', () => {
    expect(foldEntries([said(9, 'bản sửa', '1')])).toMatchObject([{ key: '1', rows: [9n] }])
  })

  test('a press becomes a mark on its message, until a new version offers its buttons afresh', () => {
    expect(foldEntries([said(1, 'một'), press('1')])).toMatchObject([{ pressed: ['done'] }])
    expect(foldEntries([said(1, 'một'), press('1'), said(2, 'hai', '1')])).toMatchObject([{ pressed: [] }])
    expect(foldEntries([press('7')])).toEqual([])
  })

  test('a reply quotes the words of either side on one line, and nothing when they are not shown', () => {
    const text = { kind: 'text', text: 'rõ' } as const
    const file = { kind: 'file', file: { reference: 'r', name: 'a.docx', size: 1 }, caption: '' } as const
    const shown = foldEntries([
      said(1, 'Nhắc\nviệc'),
      sent('first-id', text, '1'),
      sent('a-file-id', file, externalIdOf('person', 'first-id')),
      sent('third-id', text, externalIdOf('person', 'a-file-id')),
      sent('fourth-id', text, '99'),
    ])
    expect(shown.flatMap((message) => (message.from === 'person' ? [message.quote] : []))).toEqual([
      { key: '1', words: 'Nhắc việc' },
      { key: 'p-first-id', words: 'rõ' },
      { key: 'p-a-file-id', words: 'a.docx' },
      { key: '99', words: '' },
    ])
  })

  test('the name of a message on the page leads back to the channel’s id', () => {
    const own = externalIdOf('018f2f6e-0000-7000-8000-000000000000', 'client-id')
    expect(externalIdOfKey('018f2f6e-0000-7000-8000-000000000000', keyOf(own))).toBe(own)
    expect(externalIdOfKey('anybody', keyOf('42'))).toBe('42')
  })
})
