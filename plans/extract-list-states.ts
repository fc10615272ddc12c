import { chapterOf } from './outline-chapters.ts'
import { opensWithAny } from './outline-likeness.ts'
import { anySubjectOf } from './subject.ts'

const closing =
  /^(?:trên đây là|trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai)|quá trình thực hiện|kế hoạch này|nhận được|yêu cầu các)/iu

/** A document's last words, which ask for nothing in particular; behind others the mark of its end says so. */
export const isClosing = (text: string, behind: boolean): boolean =>
  closing.test(text) || (behind && /\.\/\.?\s*$/u.test(text))

const prefix = /^([^:.;]{3,40}):\s/u

/** "Đánh giá chung: …", "Mục đích: …": what follows the colon asks for nothing. */
const opensWithState = (text: string, scanned: boolean): boolean => {
  const [, name] = prefix.exec(text) ?? []
  return name !== undefined && chapterOf(name, scanned) === 'none'
}

/** Thanks and consent, with which a conclusion begins before it tells anybody anything. */
const praise = ['Ghi nhận', 'Đánh giá cao', 'Biểu dương', 'Hoan nghênh', 'Cơ bản thống nhất', 'Cơ bản nhất trí']
const openingPraise = new RegExp(`^(?:${praise.join('|')})(?!\\p{L})`, 'iu')
const like = 0.85

/** "Ghi nhận nỗ lực của các phòng; đã giải ngân 40%": only a meeting's conclusion praises so, and only where it then orders nothing. */
const isPraise = (text: string, kind: string, scanned: boolean): boolean =>
  kind === 'THÔNG BÁO' &&
  (openingPraise.test(text) || (scanned && opensWithAny(text, praise, like) > 0)) &&
  anySubjectOf(text, scanned) === null

/** Whether an item's words tell how things are, and ask for nothing. */
export const tellsState = (text: string, kind: string, scanned: boolean): boolean =>
  opensWithState(text, scanned) || isPraise(text, kind, scanned)
