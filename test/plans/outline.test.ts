import { expect, test } from 'vitest'
import type { Item } from '../../plans/outline-item.ts'
import { outlineOf } from '../../plans/outline.ts'
import { readMarkers } from '../../plans/outline-markers.ts'

const plain = { scanned: false, addresses: () => false }
const scan = { scanned: true, addresses: () => false }

/** The tree as indented labels. */
const treeOf = (item: Item, depth = 0): string[] =>
  item.children.flatMap((child) => [
    `${'  '.repeat(depth)}${child.label === '' ? child.style : child.label}`,
    ...treeOf(child, depth + 1),
  ])

const tree = (options: typeof plain, ...texts: readonly string[]): string[] =>
  treeOf(
    outlineOf(
      texts.map((text, at) => ({ text, line: at + 1 })),
      options,
    ),
  )

test.each([
  ['I. MỤC ĐÍCH', 'roman', 'I'],
  ['IV - TỔ CHỨC THỰC HIỆN', 'roman', 'IV'],
  ['1. Rà soát', 'number', '1'],
  ['1.Rà soát', 'number', '1'],
  ['2/ Rà soát', 'number', '2'],
  ['1.1. Nội dung', 'decimal', '1.1'],
  ['7.1.4. Nội dung', 'decimal', '7.1.4'],
  ['1.2 Nội dung', 'decimal', '1.2'],
  ['a) Rà soát', 'letter', 'a'],
  ['đ) Rà soát', 'letter', 'đ'],
  ['(1) Rà soát', 'bracketed', '1'],
  ['- Rà soát', 'dash', ''],
  ['– Rà soát', 'dash', ''],
  ['+ Rà soát', 'plus', ''],
  ['• Rà soát', 'bullet', ''],
  ['PHẦN II', 'part', '2'],
  ['Phần thứ nhất: MỤC ĐÍCH', 'part', '1'],
  ['Điều 2. Giao Sở Nội vụ', 'article', 'Điều 2'],
  ['I1. POI VOI CHI SO', 'roman', 'II'],
  ['I11. POI VOI CHI SO', 'roman', 'III'],
  ['|. MUC PiCH', 'roman', 'I'],
  ['¢) Chu tri', 'letter', 'c'],
  ['@) Thuc hién', 'letter', 'đ'],
  ['_ a) Thyc hién', 'letter', 'a'],
  ['~d) Chu tri', 'letter', 'd'],
  ['~ Tham muu', 'dash', ''],
])('%s opens with a marker', (text, style, label) => {
  expect(readMarkers(text)[0]).toMatchObject({ style, label })
})

test.each([
  '2021-2026, kế hoạch',
  '9001:2015.',
  '27/3/2021 của Thủ tướng',
  'II/2026.',
  '1,5 triệu đồng',
  'Rà soát',
  '61/2018/NĐ-CP ngày',
  '---',
])('%s opens with none', (text) => {
  expect(readMarkers(text)).toEqual([])
})

test('markers make a tree, and its numbers may start again', () => {
  expect(
    tree(
      plain,
      'PHẦN I',
      'MỤC ĐÍCH',
      'I. Một',
      '1. Một',
      'a) Một',
      '- gạch',
      '+ cộng',
      '- gạch',
      'b) Hai',
      '2. Hai',
      '2.1. Con',
      '2.1.1. Cháu',
      'II. HAI',
      '1. Một',
    ),
  ).toEqual([
    '1',
    '  I',
    '    1',
    '      a',
    '        dash',
    '          plus',
    '        dash',
    '      b',
    '    2',
    '      2.1',
    '        2.1.1',
    '  II',
    '    1',
  ])
})

test('a list under a colon stands under it, whatever its marks', () => {
  expect(tree(plain, '1. Nội dung', 'a) Sở Nội vụ:', '1) Một', '2) Hai', 'b) Sở Y tế')).toEqual([
    '1',
    '  a',
    '    1',
    '    2',
    '  b',
  ])
})

test('damaged letters are those that their place in the list asks for', () => {
  expect(
    tree(scan, '1. S& Noi vu', 'a) x mot', 'b) x hai', '¢) x ba', 'd) x bon', 'd) x nam', 'e) x sau', '9) x bay'),
  ).toEqual(['1', '  a', '  b', '  c', '  d', '  đ', '  e', '  g'])
})

test('"1." over capitals is the next Roman figure in a scan that counts no others so', () => {
  expect(tree(scan, '|. MUC PiCH', '1. Trong nam', '2. Phan dau', '1. YEU CAU', 'I11. NHIEM VU')).toEqual([
    'I',
    '  1',
    '  2',
    'II',
    'III',
  ])
  expect(tree(scan, '1. MUC PICH', '1.1. Nang cao', '2. NHIEM VU', '2.1. Ra soat')).toEqual([
    '1',
    '  1.1',
    '2',
    '  2.1',
  ])
  expect(tree(plain, 'I. MỤC ĐÍCH, YÊU CẦU', '1. MỤC ĐÍCH', '2. YÊU CẦU')).toEqual(['I', '  1', '  2'])
})
