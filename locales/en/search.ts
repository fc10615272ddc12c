import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { FoundWords, SearchMessages } from '../vi/search.ts'
import { commonEn } from './common.ts'

const found = ({ number, title, planNumber, dueOn, open, agencies, finished }: FoundWords): Rich => {
  const due = dueOn === null ? 'no due date' : `due ${commonEn.date(dueOn)}`
  const facts = [
    planNumber,
    open ? due : 'nothing open',
    open && agencies > 1 && `${finished} of ${agencies} agencies finished`,
  ].filter((fact) => fact !== false && fact !== '')
  return rich`• ${bold(`NV${number}`)} ${title} · ${facts.join(' · ')}`
}

export const searchEn: SearchMessages = {
  about: 'Find tasks by words',
  example: '/find thu tuc hanh chinh',
  found: (of) =>
    lines([
      bold(`“${of.words}”: ${of.total} tasks`),
      ...of.items.map(found),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} tasks.`,
    ]),
  nothing: (words) =>
    rich`No task within what you can see has “${words}”. Try fewer words, such as ${code('/find thu tuc')}.`,
}
