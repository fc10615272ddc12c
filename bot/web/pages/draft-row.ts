import { html } from 'hono/html'
import type { Doubt } from '../../../domain/plan-draft-doubts.ts'
import type { DraftTableRow } from '../../../domain/plan-draft-table.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'

/** What a row's words depend on. */
export interface DraftWords {
  readonly m: WebMessages
  /** What is doubtful, in words. */
  readonly warning: (doubt: Pick<Doubt, 'code' | 'detail'>) => string
}

/** What can be corrected in place; the names are those of the corrections. */
const editable = ['title', 'lead', 'support', 'due', 'output'] as const
type DraftField = (typeof editable)[number]

const printedDay = (day: string): string => day.split('-').reverse().join('/')

/** Dates as somebody would type them: "Quý I 20/03/2026; 6 tháng 20/06/2026". */
const printedDates = ({ dates }: DraftTableRow): string =>
  dates.map(({ day, label }) => `${label === '' ? '' : `${label}: `}${printedDay(day)}`).join('; ')

const valueOf = (row: DraftTableRow, field: DraftField): string => {
  switch (field) {
    case 'due':
      return printedDates(row)
    case 'lead':
    case 'support':
      return row[field].join('; ')
    default:
      return row[field]
  }
}

/** One task as a row of cells that can be written in; a script saves each when it is left. */
export const draftRow = (row: DraftTableRow, words: DraftWords): Html => {
  const { m } = words
  const { number } = row
  const isDoubtful = row.doubts.length > 0 || row.unknown.length > 0
  return html`<tr id="row-${number}" data-row="${number}"${isDoubtful ? html` class="doubtful"` : ''}>
<th scope="row"><label class="pick"><input type="checkbox" name="pick" value="${number}" aria-label="${m.draft.select(number)}"><b>${number}</b></label>
<small>${row.code === '' ? '' : html`<span>${m.draft.code(row.code)}</span> `}${row.line > 0 ? html`<span>${m.draft.line(row.line)}</span>` : ''}</small></th>
${editable.map((field) => cell(row, field, m))}
<td class="doubts" data-label="${m.draft.columns.doubts}">${doubtList(row, words)}</td>
<td class="actions" data-label="${m.draft.columns.actions}">${
    row.doubts.length > 0 ? action('accept', m.draft.accept, m.draft.acceptRow(number)) : ''
  }${action('remove', m.draft.remove, m.draft.removeRow(number))}</td>
</tr>`
}

const cell = (row: DraftTableRow, field: DraftField, m: WebMessages): Html => {
  const label = m.draft.columns[field]
  const value = valueOf(row, field)
  return html`<td class="${field}" data-label="${label}"><textarea rows="1" data-field="${field}" data-saved="${value}" aria-label="${m.draft.cell(label, row.number)}">${value}</textarea>${beneath(row, field, m)}</td>`
}

/** The plan's own words, where what was read from them stands above. */
const beneath = (row: DraftTableRow, field: DraftField, m: WebMessages): Html | '' => {
  if (field === 'due' && row.deadlineText !== '') return html`<small class="words">“${row.deadlineText}”</small>`
  if (field !== 'title' || row.sourceText === '' || row.sourceText === row.title) return ''
  return html`<details><summary>${m.draft.source}</summary><small class="words">${row.sourceText}</small></details>`
}

const doubtList = ({ doubts, unknown }: DraftTableRow, { m, warning }: DraftWords): Html | '' =>
  doubts.length + unknown.length === 0
    ? ''
    : html`<ul>${doubts.map((doubt) => html`<li>${warning(doubt)}</li>`)}${unknown.map(
        (name) => html`<li>${m.draft.unknownAgency(name)}</li>`,
      )}</ul>`

const action = (name: 'accept' | 'remove', words: string, label: string): Html =>
  html`<button type="button" data-action="${name}" aria-label="${label}">${words}</button>`
