import { describe, expect, test } from 'vitest'
import { fingerprintOf, isChosen, nobodyYet } from '../../domain/broadcast-draft.ts'
import { type BroadcastFile, mayOpenFiles, mostFiles, needsLink, planAttaching } from '../../domain/broadcast-files.ts'
import { announcedIn } from '../../domain/file-purpose.ts'

const kept = (name: string, sha256: string, photo = false) => ({
  ...{ name, sha256, photo, size: 1, mime: 'application/pdf' },
})
const there = (name: string, sha256: string): BroadcastFile => ({
  ...{ id: sha256, name, sha256, size: 1, mime: 'application/pdf', storageKey: `broadcast/w/${sha256}` },
})

describe('a file that is added to an announcement', () => {
  test.each([
    ['to none', [], kept('mẫu.docx', 'a'), { kind: 'new', name: 'mẫu.docx', replaces: null }],
    ['beside others', [there('a.pdf', 'a')], kept('mẫu.docx', 'b'), { kind: 'new', name: 'mẫu.docx', replaces: null }],
    [
      'that is there under another name',
      [there('a.pdf', 'a')],
      kept('b.pdf', 'a'),
      { kind: 'known', as: there('a.pdf', 'a') },
    ],
    [
      'of the same name, decomposed and in capitals',
      [there('mẫu.docx', 'a')],
      kept('MẪU.docx'.normalize('NFD'), 'b'),
      { kind: 'new', name: 'MẪU.docx'.normalize('NFD'), replaces: there('mẫu.docx', 'a') },
    ],
    ['as a photo', [], kept('anh.jpg', 'a', true), { kind: 'new', name: 'anh-1.jpg', replaces: null }],
    [
      'as a photo where one was dropped',
      [there('anh-2.jpg', 'a')],
      kept('anh.jpg', 'b', true),
      { kind: 'new', name: 'anh-1.jpg', replaces: null },
    ],
  ])('%s', (_name, files, file, planned) => expect(planAttaching(files, file)).toEqual(planned))

  test('three are enough, but one of them can be corrected', () => {
    const full = ['a', 'b', 'c'].map((name) => there(`${name}.pdf`, name))
    expect(full).toHaveLength(mostFiles)
    expect(planAttaching(full, kept('d.pdf', 'd'))).toEqual({ kind: 'full' })
    expect(planAttaching(full, kept('b.pdf', 'd'))).toMatchObject({ kind: 'new', replaces: { sha256: 'b' } })
    expect(planAttaching(full, kept('d.pdf', 'c'))).toMatchObject({ kind: 'known' })
  })
})

describe('who may open the files', () => {
  const official = [{ role: 'official', agencyId: 'a' }] as const
  const coordinator = [{ role: 'coordinator', agencyId: null }] as const
  const sent = { sentAt: new Date(0), authorId: 'author' }
  const draft = { ...sent, sentAt: null }
  test.each([
    ['a recipient', sent, { id: 'p', memberships: official }, true, true],
    ['a recipient who has left', sent, { id: 'p', memberships: [] }, true, false],
    ['somebody who was not addressed', sent, { id: 'p', memberships: official }, false, false],
    ['another coordinator', sent, { id: 'q', memberships: coordinator }, false, true],
    ['the author of a draft', draft, { id: 'author', memberships: coordinator }, false, true],
    ['another coordinator of a draft', draft, { id: 'q', memberships: coordinator }, false, false],
    ['an author who is no coordinator any more', sent, { id: 'author', memberships: official }, false, false],
  ] as const)('%s: %o', (_name, broadcast, person, addressed, may) => {
    expect(mayOpenFiles(broadcast, { person, addressed })).toBe(may)
  })
})

test('in the web chat people are signed in; elsewhere they need an address of their own', () => {
  expect((['telegram', 'zalo', 'web'] as const).map(needsLink)).toEqual([true, true, false])
})

test.each([
  ['/thongbao Nộp báo cáo', 'Nộp báo cáo'],
  ['  /ThôngBáo@dondoc_bot\nHọp\nlúc 8 giờ', 'Họp\nlúc 8 giờ'],
  ['/broadcast', ''],
  ['/thongbaos x', null],
  ['thongbao x', null],
  ['Xem /thongbao', null],
  ['', null],
])('the caption “%s” announces %o', (caption, words) => expect(announcedIn(caption)).toBe(words))

test('a draft goes to nobody until somebody is chosen', () => {
  expect(isChosen(nobodyYet)).toBe(false)
  expect(isChosen({ agencyIds: [] })).toBe(true)
  expect(isChosen({ agencyIds: [], roles: ['head'] })).toBe(true)
})

test('the fingerprint of a draft changes with its files, and with none of them is what it was', () => {
  const draft = { text: 'Họp', audience: { agencyIds: [] }, deadline: null }
  const withFiles = (...files: BroadcastFile[]) => fingerprintOf({ ...draft, files })
  const prints = [withFiles(), withFiles(there('a', 'x')), withFiles(there('b', 'x')), withFiles(there('a', 'y'))]
  expect(new Set(prints).size).toBe(prints.length)
  expect(prints[0]).toBe(fingerprintOf(draft))
})
