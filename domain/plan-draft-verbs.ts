import type { Field, Mode } from './plan-draft-command.ts'

/** What is asked of a task. */
export type Verb =
  | { readonly kind: 'field'; readonly field: Field; readonly mode: Mode }
  | { readonly kind: 'remove' | 'merge' | 'split' | 'accept' | 'view' }

const field = (name: Field, mode: Mode): Verb => ({ kind: 'field', field: name, mode })

const dueNames = [
  ...['thoi han hoan thanh', 'thoi gian hoan thanh', 'thoi gian thuc hien', 'han hoan thanh', 'han cuoi', 'han chot'],
  ...['thoi han', 'thoi gian', 'den han', 'ngay han', 'han', 'due', 'deadline'],
]
const leadNames = ['don vi chu tri', 'co quan chu tri', 'chu tri', 'don vi thuc hien', 'lead']
const supportNames = ['don vi phoi hop', 'co quan phoi hop', 'phoi hop voi', 'phoi hop cung', 'phoi hop', 'support']
const titleNames = ['ten nhiem vu', 'ten viec', 'noi dung', 'tieu de', 'ten', 'title']
const outputNames = ['san pham', 'ket qua', 'output']

const named: readonly (readonly [Field, readonly string[]])[] = [
  ['due', dueNames],
  ['lead', leadNames],
  ['support', supportNames],
  ['title', titleNames],
  ['output', outputNames],
]

const clearing = ['bo', 'xoa', 'khong co', 'khong', 'chua co', 'no']
const adding = ['them', 'bo sung', 'cung', 'add']

const fieldVerbs: readonly (readonly [string, Verb])[] = named.flatMap(([name, words]) =>
  words.flatMap((word): (readonly [string, Verb])[] => [
    [word, field(name, 'set')],
    ...['sua', 'doi', 'dat', 'chuyen', 'cap nhat'].map((change) => [`${change} ${word}`, field(name, 'set')] as const),
    // A task always has a title, and one more deadline is a deadline anew.
    ...(name === 'title' ? [] : clearing.map((no) => [`${no} ${word}`, field(name, 'clear')] as const)),
    ...(name === 'lead' || name === 'support'
      ? adding.map((more) => [`${more} ${word}`, field(name, 'add')] as const)
      : []),
  ]),
)

/** Folded words and what they mean, the longest first. */
export const verbs: readonly (readonly [readonly string[], Verb])[] = [
  ...fieldVerbs,
  ...['giao cho', 'chuyen cho', 'giao'].map((words) => [words, field('lead', 'set')] as const),
  ...[
    'bo di',
    'xoa di',
    'bo viec',
    'xoa viec',
    'bo nhiem vu',
    'xoa nhiem vu',
    'bo',
    'xoa',
    'loai',
    'loai bo',
    'remove',
    'delete',
  ].map((words) => [words, { kind: 'remove' }] as const),
  ...['gop', 'gop voi', 'gop vao', 'nhap', 'nhap voi', 'ghep', 'ghep voi', 'merge'].map(
    (words) => [words, { kind: 'merge' }] as const,
  ),
  ...['tach', 'tach ra', 'chia', 'split'].map((words) => [words, { kind: 'split' }] as const),
  ...['dung', 'dung roi', 'giu nguyen', 'giu', 'khong sua', 'bo qua', 'right', 'keep'].map(
    (words) => [words, { kind: 'accept' }] as const,
  ),
  ...['xem', 'chi tiet', 'xem chi tiet', 'mo', 'view'].map((words) => [words, { kind: 'view' }] as const),
]
  .map(([words, verb]) => [words.split(' '), verb] as const)
  .toSorted(([a], [b]) => b.length - a.length)
