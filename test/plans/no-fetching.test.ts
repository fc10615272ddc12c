import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlan } from '../../plans/read-plan.ts'
import { sheetFile, sheetRow, textCell } from './sheet-file.ts'
import { cell, paragraph, row, table } from './word-file.ts'

// Whatever a file points at outside of itself stays where it is: a server that the files name hears nothing.

let server: Server
let asked = 0

beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1
    response.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
})

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
const doctype = (): string =>
  `<!DOCTYPE a SYSTEM "${address()}.dtd" [<!ENTITY % p SYSTEM "${address()}"> %p; <!ENTITY x SYSTEM "${address()}">]>`

const header = ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn']
const task = ['1', 'Rà soát &x;', 'Sở Nội vụ', 'Quý I']
const wordRow = (texts: readonly string[]): string => row(...texts.map((text) => cell(paragraph(text))))

const wordFile = (): Uint8Array => {
  const outside = (type: string): string =>
    `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${address()}" TargetMode="External"/>`
  const relations = (type: string): Uint8Array =>
    strToU8(`<?xml version="1.0"?>${doctype()}<Relationships>${outside(type)}</Relationships>`)
  return zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${doctype()}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r"><w:body><w:altChunk r:id="rId1"/><w:p><w:r><w:drawing><blip r:link="rId1"/></w:drawing></w:r></w:p>${table(wordRow(header), wordRow(task))}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': relations('image'),
    'word/_rels/settings.xml.rels': relations('attachedTemplate'),
    'word/settings.xml': strToU8(`${doctype()}<w:settings/>`),
  })
}

const workbook = (): Uint8Array =>
  sheetFile(
    [
      {
        rows: [header, task].map((texts, at) =>
          sheetRow(at + 1, texts.map((text, column) => textCell(`${'ABCD'.charAt(column)}${at + 1}`, text)).join('')),
        ),
        after: `<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>`,
      },
    ],
    {
      'xl/sharedStrings.xml': `<?xml version="1.0"?>${doctype()}<sst><si><t>&x;</t></si></sst>`,
      'xl/externalLinks/externalLink1.xml': `<externalLink><externalBook r:id="rId1"/></externalLink>`,
    },
  )

const page = (): Uint8Array =>
  strToU8(
    `<!DOCTYPE html><html><head><base href="${address()}"><link rel="stylesheet" href="${address()}"><script src="${address()}"></script></head>` +
      `<body><img src="${address()}"><iframe src="${address()}"></iframe><object data="${address()}"></object>` +
      `<table><tr><td>${header.join('<td>')}</tr><tr><td>${task.join('<td>')}</tr></table></body></html>`,
  )

const markdown = (): Uint8Array =>
  strToU8(`![ảnh](${address()})\n\n|${header.join('|')}|\n|---|---|---|---|\n|${task.join('|')}|\n`)

test.each([
  ['a Word file', wordFile],
  ['a workbook', workbook],
  ['a web page', page],
  ['a Markdown file', markdown],
])('nothing is fetched for %s', async (_what, make) => {
  const { tasks } = await readPlan({ name: 'a', bytes: make() })
  expect(tasks).toHaveLength(1)
  expect(tasks[0]?.title).toMatch(/^Rà soát/)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toBe(0)
})
