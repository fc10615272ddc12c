import { html } from 'hono/html'
import {
  type DeliveryCounts,
  type DeliveryFilter,
  type DeliveryState,
  deliveryStates,
} from '../../../domain/delivery.ts'
import type { DeliveryView } from '../../../handlers/delivery-view.ts'
import type { Messages } from '../../../locales/index.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'
import { deliveryAddress, deliveryTable, unreachableTable } from './delivery-tables.ts'
import { icon } from './icons.ts'
import { layout } from './layout.ts'

export interface DeliveryPage {
  readonly m: WebMessages
  readonly words: Messages['delivery']
  readonly view: DeliveryView
}

/** What was sent, what waits, what failed and who cannot be reached; every number opens its list below. */
export const deliveryPage = (page: DeliveryPage): Html => {
  const { m, words, view } = page
  const { summary, channels, days } = view.figures
  return layout({
    m,
    title: `${words.title} · ${m.product}`,
    kind: 'delivery',
    content: html`<header>
<a class="quiet" href="/">${icon('back')}<span>${words.back}</span></a>
<div class="names"><h1>${words.title}</h1><p>${words.period(summary)}</p></div>
</header>
<main>
${numbers(page)}
${summary.oldest === null ? '' : html`<p>${words.state('waiting')}: ${words.oldest(summary.oldest)}</p>`}
${summary.quota === null ? '' : html`<p>${words.quota(summary.quota)}</p>`}
${view.list === null ? '' : deliveryTable(page.words, view.list)}
${view.unreachable === null ? '' : unreachableTable(page.words, view.unreachable)}
${figures(
  page,
  words.byChannel,
  words.columns.channel,
  channels.map(({ channel, counts }) => ({ name: words.channel(channel), counts, filter: { channel } })),
)}
${figures(
  page,
  words.byDay,
  words.columns.day,
  days.map(({ day, counts }) => ({ name: words.day(day), counts, filter: { day } })),
)}
</main>`,
  })
}

const numbers = ({ words, view: { figures: counted, list, unreachable } }: DeliveryPage): Html => {
  const { summary } = counted
  const one = (label: string, count: number, address: string, isOpen: boolean): Html =>
    html`<li><a href="${address}"${isOpen ? html` aria-current="true"` : ''}><b>${words.number(count)}</b> ${label}</a></li>`
  return html`<ul class="numbers">${deliveryStates.map((state) =>
    one(words.state(state), summary.counts[state], deliveryAddress({ state }), list?.filter.state === state),
  )}${one(words.unreachable, summary.unreachable, '/gui-tin?nguoi=1', unreachable !== null)}</ul>`
}

interface Line {
  readonly name: string
  readonly counts: DeliveryCounts
  readonly filter: Partial<DeliveryFilter>
}

const figures = ({ words }: DeliveryPage, title: string, first: string, lines: readonly Line[]): Html => {
  const cell = ({ counts, filter }: Line, state: DeliveryState): Html =>
    counts[state] === 0
      ? html`0`
      : html`<a href="${deliveryAddress({ ...filter, state })}">${words.number(counts[state])}</a>`
  return html`<section><h2>${title}</h2>
<div class="wide" role="region" aria-label="${title}" tabindex="0"><table>
<thead><tr><th scope="col">${first}</th>${deliveryStates.map((state) => html`<th scope="col">${words.state(state)}</th>`)}</tr></thead>
<tbody>${lines.map(
    (line) =>
      html`<tr><th scope="row"><a href="${deliveryAddress(line.filter)}">${line.name}</a></th>${deliveryStates.map(
        (state) => html`<td class="number">${cell(line, state)}</td>`,
      )}</tr>`,
  )}</tbody></table></div></section>`
}
