import { isAgencyName } from '../domain/agency-lists.ts'
import type { CellReaders } from './cell-readers.ts'
import type { Cells } from './table-cells.ts'

export interface Assigned {
  readonly lead: readonly string[]
  readonly support: readonly string[]
}

/** "Chủ trì:", "- Đơn vị phối hợp:", "PH:" within a cell. */
const saidWho =
  /(?:^|[\s;,.(])[-–+•*\s]*(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận)\s+)?(?:(chủ trì(?:\s+tham mưu|\s+thực hiện)?|đầu mối|CT)|(phối hợp(?:\s+thực hiện)?|PH))\s*:/giu

/** "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính". */
const leading = /^(.{3,200}?)\s+(?:là\s+(?:cơ quan|đơn vị)\s+)?chủ trì\s*(?:[,;.]|\s+và(?=\s)|$)\s*(.*)$/isu
const supporting =
  /[,;.]?\s*(?:(?:và|chủ trì)\s+)?(?<!cơ quan |đơn vị )phối hợp\s+(?:(?:chặt chẽ|thực hiện)\s+)?(?:với|cùng)\s+/iu

interface Words {
  lead: string
  support: string
}

const addWords = (words: Words, part: keyof Words, text: string): void => {
  words[part] = words[part] === '' ? text : `${words[part]}\n${text}`
}

/** What a cell says after "Chủ trì:" and after "Phối hợp:"; what stands before both leads. */
const byLabels = (cell: string): Words | null => {
  const labels = [...cell.matchAll(saidWho)]
  const [first] = labels
  if (first === undefined) return null
  const words: Words = { lead: cell.slice(0, first.index), support: '' }
  labels.forEach((label, at) => {
    const text = cell.slice(label.index + label[0].length, labels[at + 1]?.index ?? cell.length)
    addWords(words, label[1] === undefined ? 'support' : 'lead', text)
  })
  return words
}

/** What a sentence says: "A chủ trì, phối hợp với B"; null when it says neither. */
const bySentence = (cell: string): Words | null => {
  const [before = '', ...after] = cell.split(supporting)
  const named = leading.exec(before)
  if (after.length === 0 && named === null) return null
  const [, leader = before, others = ''] = named ?? []
  return { lead: leader.replace(/^\s*chủ trì\s*/iu, ''), support: [others, ...after].join('\n') }
}

/** The first named leads where the column is called "Cơ quan chủ trì, phối hợp" and the cell does not say who. */
const firstLeads = (names: readonly string[]): Assigned => {
  const [first, ...others] = names
  return { lead: first === undefined ? [] : [first], support: others }
}

/** Names that more must follow. */
const unfinished =
  /(?:[,–-]|(?:^|\s)(?:và|của|văn phòng|sở|phòng|ban|ban quản lý|trung tâm|ubnd|đài|báo|công an|cơ quan|hội|thành phố))$/iu

/** Line breaks inside a name become spaces; those between names stay. */
const withWholeNames = (cell: string): string => {
  if (!cell.includes('\n')) return cell
  return cell
    .split('\n')
    .reduce((before, line) => {
      const goesOn = unfinished.test(before.trimEnd()) || !isAgencyName(line.replace(/^[-–+•*\s]+/u, ''))
      const isItem = /^\s*[-–+•*]/u.test(line)
      return before === '' || !goesOn || isItem || /[;:.]$/u.test(before.trimEnd())
        ? `${before}\n${line}`
        : `${before} ${line}`
    }, '')
    .trim()
}

/** A paper of agencies where they themselves should stand: "Kế hoạch của các sở, ngành". */
const paperOf = /^(?:kế hoạch|báo cáo|văn bản|quyết định|chương trình)\s+của\s+/iu

const wordsOfNames = (cell: string): string => withWholeNames(cell.trim()).replace(paperOf, '')

const supportWords = (cell: string): string => {
  const labelled = byLabels(cell)
  return labelled === null ? cell : `${labelled.lead}\n${labelled.support}`
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]

/** Who leads a row's task and who supports, from the columns of both or from one that holds both. */
export const assignedIn = (cells: Cells, { agencies }: CellReaders): Assigned => {
  const named = (words: string): readonly string[] => agencies(wordsOfNames(words))
  const cell = cells.lead === '' ? cells.agencies : cells.lead
  const words = byLabels(cell) ?? bySentence(cell)
  const support = named(supportWords(cells.support))
  if (words !== null) return { lead: named(words.lead), support: unique([...named(words.support), ...support]) }
  if (cells.lead !== '') return { lead: named(cell), support }
  const both = firstLeads(named(cell))
  return { lead: both.lead, support: unique([...both.support, ...support]) }
}
