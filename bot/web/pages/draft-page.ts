import { html } from 'hono/html'
import type { RichText } from '../../../domain/message.ts'
import type { ShownTable } from '../../../domain/plan-draft-table.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import { type Html, renderRichText } from '../rich-text.ts'
import { draftRow, type DraftWords } from './draft-row.ts'
import { icon } from './icons.ts'
import { layout } from './layout.ts'

export interface DraftPage extends DraftWords {
  readonly draftId: string
  readonly table: ShownTable
  /** The first row shown, from 0. */
  readonly from: number
}

/** So many rows are on one page: a browser stays quick, and few plans have more. */
export const rowsOnPage = 200

/** Where a draft is corrected as a table. */
const draftPath = (draftId: string): string => `/ke-hoach/nhap/${draftId}`

/** The table of a draft, in which every cell can be corrected. */
export const draftPage = (page: DraftPage): Html => {
  const { m, table, draftId, from } = page
  const { draft } = m
  const rows = table.rows.slice(from, from + rowsOnPage)
  return layout({
    m,
    title: `${draft.title} · ${m.product}`,
    kind: 'draft',
    content: html`<header>
<a class="quiet" href="/">${icon('back')}<span>${draft.back}</span></a>
<div class="names"><h1>${draft.title}</h1><p>${draft.from} ${table.fileName}</p></div>
</header>
<noscript><p class="problem">${m.needsScript}</p></noscript>
<main data-draft="${draftPath(draftId)}">
<p class="lead">${draft.lead}</p>
${about(page)}
<div id="standing">${standing(page)}</div>
<div class="tools">
<label class="filter"><input type="checkbox" id="only-doubtful"> ${draft.onlyDoubtful}</label>
<button type="button" data-several="merge" disabled>${draft.merge}</button>
<button type="button" data-several="remove" disabled>${draft.removeSelected}</button>
</div>
<p id="said" role="status" aria-live="polite"></p>
<table><caption class="visually-hidden">${draft.tasks}</caption>
<thead><tr>${Object.values(draft.columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => draftRow(row, page))}</tbody></table>
${rows.length === 0 ? html`<p class="empty">${draft.empty}</p>` : ''}
${pages(m, draftId, from, table.rows.length)}
</main>
<div id="words" hidden data-saving="${draft.saving}" data-not-saved="${draft.notSaved}"></div>`,
  })
}

/** What the plan is, with its number, date and year to correct. */
const about = ({ m: { draft }, table: { document } }: DraftPage): Html => {
  const issued = document.issuedOn === null ? '' : document.issuedOn.split('-').reverse().join('/')
  const fields = [
    { name: 'number', label: draft.number, value: document.number },
    { name: 'issued-on', label: draft.issued, value: issued },
    { name: 'year', label: draft.year, value: document.planYear === null ? '' : String(document.planYear) },
    { name: 'plan-title', label: draft.name, value: document.title },
  ]
  return html`<fieldset class="document"><legend>${draft.heading}</legend>${fields.map(
    ({ name, label, value }) =>
      html`<label class="${name}"><span>${label}</span><input data-heading="${name}" data-saved="${value}" value="${value}"></label>`,
  )}</fieldset>`
}

/** Where the draft stands, and what can be done with all of it; renewed after every correction. */
export const standing = ({ m: { draft }, table, warning }: DraftPage): Html => html`<p class="counts">${draft.counts({
  ...{ tasks: table.rows.length, assignments: table.assignments, agencies: table.agencies },
})} <b>${draft.doubts(table.doubtful)}</b>${
  table.unknownNames > 0 ? html` ${draft.unknownAgencies(table.unknownNames)}` : ''
}</p>
${table.doubts.length === 0 ? '' : html`<ul class="problem">${table.doubts.map((doubt) => html`<li>${warning(doubt)}</li>`)}</ul>`}
<div class="decide"><button type="button" data-all="undo"${table.corrections === 0 ? html` disabled` : ''}>${draft.undo}</button>
<button type="button" class="primary" data-all="review">${draft.confirm}</button></div>`

const pages = (m: WebMessages, draftId: string, from: number, all: number): Html | '' => {
  if (all <= rowsOnPage) return ''
  const at = (start: number): string => `${draftPath(draftId)}?tu=${start + 1}`
  return html`<nav class="pages">${
    from > 0 ? html`<a href="${at(Math.max(0, from - rowsOnPage))}">${m.draft.previous}</a>` : ''
  }<span>${m.draft.pages(from + 1, Math.min(all, from + rowsOnPage), all)}</span>${
    from + rowsOnPage < all ? html`<a href="${at(from + rowsOnPage)}">${m.draft.next}</a>` : ''
  }</nav>`
}

/** Said instead of the table where there is none any more. */
export const draftGonePage = (m: WebMessages, said: RichText): Html =>
  layout({
    m,
    title: `${m.draft.title} · ${m.product}`,
    kind: 'card',
    content: html`<main class="sheet"><h1>${m.draft.title}</h1><p class="notice">${renderRichText(said)}</p>
<p><a class="primary" href="/">${m.draft.back}</a></p></main>`,
  })
