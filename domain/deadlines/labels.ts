import { type Mention, nearAfter, nearBefore } from './mention.ts'

/** One in brackets behind it names a time too: "25/3 (Quý I)". */
const bracket = /^\s*\(\s*(?:bao cao\s+)?/

/** "báo cáo năm gửi trước ngày 05/12": the year alone is a period only where a report is called by it. */
const ofYear =
  /(?:^|\bbao cao |\bca )nam(?: (?:gui|nop|hoan thanh|xong))*[\s:]*(?:(?:cham|muon) nhat (?:la )?)?(?:truoc )?(?:ngay )?$/

/** The name that the words around a time give it, when none of the coarser times just before it does. */
const nameAround = (text: string, { start, end }: Mention, byStart: ReadonlyMap<number, string>): string => {
  const opened = bracket.exec(nearAfter(text, end))?.[0].length
  const behind = opened === undefined ? undefined : byStart.get(end + opened)
  return behind ?? (ofYear.test(nearBefore(text, start)) ? 'Cả năm' : '')
}

/** Gives mentions without a name of their own the one that a coarser time just before or behind them gives. Both in order. */
export const labelled = (text: string, mentions: readonly Mention[], coarser: readonly Mention[]): Mention[] => {
  const byStart = new Map(coarser.map((mention) => [mention.start, mention.label]))
  let next = 0
  return mentions.map((mention) => {
    let before = ''
    for (let name = coarser[next]; name !== undefined && name.end <= mention.start; name = coarser[next]) {
      before = name.label
      next += 1
    }
    return { ...mention, label: mention.label || before || nameAround(text, mention, byStart) }
  })
}
