import { describe, expect, test } from 'vitest'
import { cardRows, type CardButtons } from '../../domain/card-buttons.ts'

const named = (...labels: readonly string[]) => labels.map((label) => ({ label, action: label }))

const of = (buttons: Partial<CardButtons>): CardButtons => ({
  ...{ decide: [], answer: [], doer: [], ask: [], look: [] },
  ...buttons,
})

const answer = named('Đã nhận', 'Đang làm', 'Xong', 'Vướng mắc')
const ask = named('Xin gia hạn', 'Không phải việc của đơn vị')
const look = named('Minh chứng (2)', 'Lịch sử', 'Đơn vị khác (1)')
const doer = named('Giao người làm')
const [more, back] = named('Thêm', 'Quay lại') as [{ label: string; action: string }, { label: string; action: string }]

const shown = (buttons: CardButtons, isNobodys = false, showsRest = false) =>
  cardRows(buttons, { isNobodys, showsRest }, { more, back }).map((row) => row.map(({ label }) => label))

describe('the buttons of a card', () => {
  test('are all there while they are few', () => {
    expect(shown(of({ answer: answer.slice(1), ask, look: look.slice(1, 2) }))).toEqual([
      ['Đang làm', 'Xong'],
      ['Vướng mắc', 'Xin gia hạn'],
      ['Không phải việc của đơn vị', 'Lịch sử'],
    ])
  })

  test('of work that is nobody’s yet begin with receiving it and naming who does it', () => {
    const all = of({ answer, doer, ask, look })
    expect(shown(all, true).flat()).toEqual(['Đã nhận', 'Giao người làm', 'Đang làm', 'Xong', 'Vướng mắc', 'Thêm'])
    expect(shown(all, true, true).flat()).toEqual([
      ...['Xin gia hạn', 'Không phải việc của đơn vị', 'Minh chứng (2)', 'Lịch sử', 'Đơn vị khác (1)', 'Quay lại'],
    ])
  })

  test('begin with what waits for a decision', () => {
    const decide = named('Đồng ý', 'Ngày khác', 'Từ chối')
    expect(shown(of({ decide, answer: answer.slice(1), look })).flat()).toEqual([
      ...['Đồng ý', 'Ngày khác', 'Từ chối', 'Đang làm', 'Xong', 'Thêm'],
    ])
  })

  test('are never more than six, and none is lost', () => {
    const choices = [[], named('Mở lại'), named('Duyệt', 'Trả lại')] as const
    for (const decide of choices) {
      for (const doers of [[], doer]) {
        for (const looking of [look.slice(1, 2), look.slice(0, 2), look]) {
          for (const isNobodys of [true, false]) {
            const all = of({ decide, answer: decide.length > 0 ? [] : answer, doer: doers, ask, look: looking })
            const first = shown(all, isNobodys).flat()
            const rest = first.includes('Thêm') ? shown(all, isNobodys, true).flat() : []
            expect(Math.max(first.length, rest.length)).toBeLessThanOrEqual(6)
            const there = [...first, ...rest].filter((label) => label !== 'Thêm' && label !== 'Quay lại')
            expect(there.toSorted()).toEqual(
              [...decide, ...all.answer, ...doers, ...ask, ...looking].map(({ label }) => label).toSorted(),
            )
          }
        }
      }
    }
  })
})
