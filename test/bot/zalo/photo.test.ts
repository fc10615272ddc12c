import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchPhoto, isPhotoAddress } from '../../../bot/zalo/photo.ts'
import { type HttpServer, startHttpServer } from '../../support/http-server.ts'

let zalo: HttpServer
let elsewhere: HttpServer
let asked = 0
beforeAll(async () => {
  elsewhere = await startHttpServer((_request, response) => {
    asked += 1
    response.end('inner')
    return Promise.resolve()
  })
  zalo = await startHttpServer(({ url }, response) => {
    if (url === '/photo.jpg') response.end(Buffer.from([255, 216, 255]))
    else if (url === '/moved.jpg') response.writeHead(302, { Location: elsewhere.url }).end()
    else if (url === '/huge.jpg') response.end(Buffer.alloc(21 * 1024 * 1024))
    else response.writeHead(404).end()
    return Promise.resolve()
  })
})
afterAll(() => Promise.all([zalo.close(), elsewhere.close()]))

const fetchAt = (reference: string) => fetchPhoto(zalo.url, { reference, name: 'anh.jpg', size: null, photo: true })

test('a photo is fetched from where Zalo keeps it', async () => {
  expect(Buffer.from((await fetchAt(`${zalo.url}/photo.jpg`)).bytes)).toEqual(Buffer.from([255, 216, 255]))
})

test.each(['/moved.jpg', '/huge.jpg', '/gone.jpg'])('%s is said not to be there', async (path) => {
  await expect(fetchAt(`${zalo.url}${path}`)).rejects.toMatchObject({ code: 'file-unavailable' })
  expect(asked).toBe(0)
})

test('no other server of this network is asked', async () => {
  await expect(fetchAt(elsewhere.url)).rejects.toMatchObject({ code: 'file-unavailable' })
  expect(asked).toBe(0)
})

test.each([
  ['https://photo-stal-1.zdn.vn/a.jpg', true],
  ['https://f20-zpc.zadn.vn/jpg/1', true],
  ['http://photo.zdn.vn/a.jpg', false],
  ['https://127.0.0.1/a.jpg', false],
  ['https://[::1]/a.jpg', false],
  ['https://2130706433/a.jpg', false],
  ['https://localhost/a.jpg', false],
  ['https://db.internal/a.jpg', false],
  ['https://user@photo.zdn.vn/a.jpg', false],
  ['file:///etc/passwd', false],
  ['', false],
])('an address of Zalo: "%s" %s', (address, is) => {
  expect(isPhotoAddress(address, 'https://bot-api.zaloplatforms.com')).toBe(is)
})
