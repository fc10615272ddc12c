import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { joinOnWeb, returnToWeb, signInOnWeb, strangerOnWeb, type WebDriver } from '../../support/web-driver.ts'
import { openWebScene, type WebScene } from './scene.ts'

let scene: WebScene
let people: WebDriver[] = []

const met = (person: WebDriver): WebDriver => {
  people.push(person)
  return person
}

beforeAll(async () => {
  scene = await openWebScene()
})
beforeEach(async () => {
  for (const person of people) person.close()
  people = []
  await scene.reset()
})
afterAll(() => scene.close())

test('a person says, replies, chooses and sends files, and hears every answer once', async () => {
  const person = met(await signInOnWeb(scene.url, await scene.signInToken()))
  scene.onReceive = ({ body }) =>
    scene.botSays({ words: `nghe: ${body.kind}`, buttons: [[{ label: 'Xong', action: 'done:1' }]] })
  await person.say('xin chào')
  const first = await person.next()
  expect(first).toMatchObject({ text: 'nghe: text', choices: ['Xong'] })
  await person.choose(first, 'Xong')
  await person.next()
  await person.reply(first, 'đã nhận')
  await person.next()
  await person.sendFile('a.docx', new Uint8Array([1, 2]), 'minh chứng')
  expect((await person.next()).text).toBe('nghe: file')
  expect(scene.received.map(({ body, replyTo }) => [body.kind, replyTo])).toEqual([
    ['text', undefined],
    ['button', undefined],
    ['text', first.id],
    ['file', undefined],
  ])
  expect(await person.quiet()).toEqual([])
})

test('quiet waits for an answer that takes its time, and hands over what nobody took', async () => {
  const person = met(returnToWeb(scene.url, await scene.signIn()))
  scene.onReceive = async () => {
    await new Promise((resolve) => setTimeout(resolve, 900))
    await scene.botSays('một')
    await scene.botSays('hai')
  }
  await person.say('/viec')
  expect((await person.quiet()).map(({ text }) => text)).toEqual(['một', 'hai'])
})

test('what is refused is heard as the page’s own words', async () => {
  const person = met(returnToWeb(scene.url, await scene.signIn()))
  await person.say('   ')
  expect((await person.next()).text).toContain('Tin nhắn trống.')
})

test('a choice that is not there fails with those that are', async () => {
  const person = met(returnToWeb(scene.url, await scene.signIn()))
  await scene.botSays({ words: 'Chọn', buttons: [[{ label: 'A', action: 'a' }]] })
  await expect(person.choose(await person.next(), 'B')).rejects.toThrow('there are: "A"')
})

test('a stranger hears the page, is told about a wrong code and comes in with a right one', async () => {
  const stranger = met(strangerOnWeb(scene.url, 'Chuyên viên Bảy'))
  await stranger.say('xin chào')
  expect((await stranger.next()).text).toContain('Mã mời')
  await stranger.say('/start SAI1-SAI2')
  expect((await stranger.next()).text).toContain('Mã mời này không đúng.')
  await stranger.say('/start K7M2-9QXD')
  await scene.botSays('chào mừng')
  expect((await stranger.next()).text).toBe('chào mừng')
  await expect(joinOnWeb(scene.url, { name: 'A', code: 'SAI1-SAI2' })).rejects.toThrow('Mã mời này không đúng.')
})
