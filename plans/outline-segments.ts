import { fold, stripMarks } from '../domain/fold.ts'
import { kindOf } from './document-kind.ts'
import { opensWithAny } from './outline-likeness.ts'
import { readMarkers } from './outline-markers.ts'
import { annexOf, type Line } from './task-tables.ts'

/** One document or annex within a file, without its signature. */
export interface Segment {
  /** "KẾ HOẠCH"; '' for a dispatch, which states none. */
  readonly kind: string
  /** 1 for the body and for the first annex. */
  readonly annex: number
  /** Whom a dispatch is sent to, as it stands. */
  readonly addressees: string
  readonly lines: readonly Line[]
}

const likely = 0.8
const endings = /^(?:noi nhan|t ?m uy ban|t ?m ubnd|k ?t chu tich|tren day la|nguoi lap bieu)\b/
const damagedEndings = ['Nơi nhận', 'Trên đây là']

/** The closing formula or the signature block. */
const isEnding = (text: string, scanned: boolean): boolean =>
  endings.test(fold(text.slice(0, 30))) || (scanned && opensWithAny(text, damagedEndings, likely) > 0)

const isAnnexTitle = (text: string): boolean =>
  /^(?:DANH MỤC|BẢNG PHÂN CÔNG|PHÂN CÔNG NHIỆM VỤ|DANH MUC|BANG PHAN CONG)/u.test(text)

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:": who sends a telegram, before the list of those who get it. */
const sendsTelegram = /^[^:;.]{3,110}\s(?:dien|gui)\s*:/

const isAddress = (text: string, scanned: boolean, { kind, lines }: Segment): boolean =>
  /^kinh gui\b/.test(fold(text)) ||
  (kind === 'CÔNG ĐIỆN' && lines.length <= titleLines && sendsTelegram.test(stripMarks(text))) ||
  (scanned && opensWithAny(text, ['Kính gửi'], likely) > 0)

/** A longer paragraph without a dash begins the letter itself. */
const longestAddressee = 110
/** What may stand between a telegram's kind and its list of addressees: its subject. */
const titleLines = 4
const isAddressee = (text: string): boolean =>
  readMarkers(text)[0]?.style === 'dash' || (text.length <= longestAddressee && /[;.]$/u.test(text))

interface OpenSegment extends Segment {
  addressees: string
  readonly lines: Line[]
}

const segment = (kind: string, annex: number): OpenSegment => ({ kind, annex, addressees: '', lines: [] })

interface State {
  readonly segments: OpenSegment[]
  annexes: number
  /** 'closed' behind a signature, 'address' while whom it is sent to is listed. */
  part: 'open' | 'closed' | 'address'
}

const open = (state: State, kind: string, annex: number): void => {
  state.segments.push(segment(kind, annex))
  state.part = 'open'
}

const beginsDocument = (state: State, kind: string): void => {
  const last = state.segments.at(-1)
  if (last?.kind !== kind || state.part === 'closed') open(state, kind, last?.annex ?? 1)
}

const beginsAnnex = (state: State, number: number): void => {
  state.annexes += 1
  open(state, state.segments.at(-1)?.kind ?? '', number === 0 ? state.annexes : number)
}

/** Opens a segment where a line begins one. */
const begins = (state: State, text: string): boolean => {
  const kind = kindOf(text)
  if (kind !== null) {
    beginsDocument(state, kind)
    return true
  }
  const annex = annexOf(text) ?? (state.part === 'closed' && isAnnexTitle(text) ? 0 : null)
  if (annex !== null) beginsAnnex(state, annex)
  return annex !== null
}

const takeAddress = (state: State, text: string): boolean => {
  const last = state.segments.at(-1)
  if (last === undefined || !isAddressee(text)) return false
  last.addressees += `${text.replace(/^[-–—]\s*/u, '')}\n`
  return true
}

/** Takes what stands neither at the beginning nor behind the end of a document. */
const takeLine = (state: State, line: Line, scanned: boolean): void => {
  const { text } = line
  const last = state.segments.at(-1)
  if (last === undefined) return
  if (isEnding(text, scanned)) state.part = 'closed'
  else if (isAddress(text, scanned, last)) {
    state.part = 'address'
    takeAddress(state, `${text.slice(text.indexOf(':') + 1).trim()};`)
  } else last.lines.push(line)
}

/** Cuts a file's paragraphs into its documents and annexes; signatures and lists of recipients are left out. */
export const segmentsOf = (lines: readonly Line[], scanned: boolean): Segment[] => {
  const state: State = { segments: [segment('', 1)], annexes: 0, part: 'open' }
  for (const line of lines) {
    if (begins(state, line.text) || (state.part === 'address' && takeAddress(state, line.text))) continue
    if (state.part === 'address') state.part = 'open'
    if (state.part === 'open') takeLine(state, line, scanned)
  }
  return state.segments
}
