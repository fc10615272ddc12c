import { expect, test } from 'vitest'
import { readSnooze, readSnoozeDay } from '../../domain/snooze-words.ts'

/** A Monday. */
const today = '2026-03-02'

test.each([
  ['nhắc lại sau 2 ngày', null, { days: 2 }],
  ['Nhắc lại sau 2 ngày nhé', null, { days: 2 }],
  ['nhac lai sau hai ngay nua', null, { days: 2 }],
  ['3 ngày làm việc nữa nhắc lại giúp em', null, { days: 3 }],
  ['để mai nhắc', null, { on: '2026-03-03' }],
  ['mai nhắc lại em nhé', null, { on: '2026-03-03' }],
  ['Để mai nhắc lại nha bot', null, { on: '2026-03-03' }],
  ['sáng mai nhắc em với ạ', null, { on: '2026-03-03' }],
  ['ngày kia nhắc lại', null, { on: '2026-03-04' }],
  ['nhắc lại thứ sáu', null, { on: '2026-03-06' }],
  ['nhắc lại ngày 10/3', null, { on: '2026-03-10' }],
  ['nhắc lại sau ngày 10/3', null, { on: '2026-03-10' }],
  ['nv12 nhắc lại sau 3 ngày', 12, { days: 3 }],
  ['nhắc lại nv12 vào ngày 10/3', 12, { on: '2026-03-10' }],
  ['hoãn nhắc 1 ngày', null, { days: 1 }],
  ['nhắc lại sau', null, null],
  ['nhắc em sau nhé', null, null],
  ['remind me in 2 days', null, { days: 2 }],
  ['Remind me again tomorrow', null, { days: 1 }],
  ['snooze 3 days', null, { days: 3 }],
])('%j puts a reminder off', (text, task, wanted) => {
  expect(readSnooze(text, today)).toEqual({ task, wanted })
})

test.each([
  'vì sao nhắc tôi',
  'em đã nhắc lại các xã',
  'mai em nhắc các xã nộp',
  'để em nhắc lại',
  'mai tôi nhắc',
  'xin nhắc lại: đã nộp sao y bản chính',
  'đừng nhắc nữa',
  'không cần nhắc lại',
  'mai xong',
  'xong rồi, mai nhắc việc khác',
  'nhắc',
  'đang làm, 2 ngày nữa xong',
  'nhắc lại nv1 và nv2',
  '',
])('%j is not about being reminded again', (text) => {
  expect(readSnooze(text, today)).toBeNull()
})

test.each([
  ['2', { days: 2 }],
  ['sau 2 ngày', { days: 2 }],
  ['mai', { on: '2026-03-03' }],
  ['10/3', { on: '2026-03-10' }],
  ['lúc nào đó', null],
])('after the command %j is when', (text, wanted) => {
  expect(readSnoozeDay(text, today)).toEqual(wanted)
})
