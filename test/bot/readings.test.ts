import { expect, test } from 'vitest'
import { createReadings } from '../../bot/readings.ts'

test('work goes on beside its chat, is done once, and wakes the chat', async () => {
  const woken: string[] = []
  let begun = 0
  let finish: (value: string) => void = () => undefined
  const readings = createReadings<string>((chatKey) => woken.push(chatKey))
  const work = () => {
    begun += 1
    return new Promise<string>((resolve) => {
      finish = resolve
    })
  }
  expect(readings.take(1n, 'web:a', work)).toBe('pending')
  expect(readings.take(1n, 'web:a', work)).toBe('pending')
  expect([begun, readings.pending()]).toEqual([1, [1n]])
  finish('đọc xong')
  await readings.quiet()
  expect([woken, readings.pending()]).toEqual([['web:a'], []])
  expect(readings.take(1n, 'web:a', work)).toBe('đọc xong')
  // A result is given once: whoever could not use it has the work done anew.
  expect(readings.take(1n, 'web:a', work)).toBe('pending')
})

test('what the work failed with is thrown where the result is taken', async () => {
  const readings = createReadings<string>(() => undefined)
  const work = () => Promise.reject(new Error('hỏng'))
  expect(readings.take(2n, 'web:b', work)).toBe('pending')
  await readings.quiet()
  expect(() => readings.take(2n, 'web:b', work)).toThrow('hỏng')
})
