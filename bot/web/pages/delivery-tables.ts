import { html } from 'hono/html'
import type { DeliveryFilter } from '../../../domain/delivery.ts'
import type { ShownList, ShownPeople } from '../../../handlers/delivery-view.ts'
import { deliveryRows } from '../../../handlers/delivery-view.ts'
import type { Messages } from '../../../locales/index.ts'
import type { Html } from '../rich-text.ts'

type Words = Messages['delivery']

/** The page with a list below its numbers. */
export const deliveryAddress = ({ state, channel, day }: Partial<DeliveryFilter>, from = 0): string => {
  const asked = new URLSearchParams()
  asked.set('tin', state ?? 'all')
  if (channel !== undefined && channel !== null) asked.set('kenh', channel)
  if (day !== undefined && day !== null) asked.set('ngay', day)
  if (from > 0) asked.set('tu', String(from + 1))
  return `/gui-tin?${asked.toString()}`
}

export const deliveryTable = (
  words: Words,
  list: ShownList,
): Html => html`<section id="list"><h2>${words.heading(list.filter)}</h2>
${
  list.items.length === 0
    ? html`<p>${words.nothing}</p>`
    : html`<div class="wide" role="region" aria-label="${words.heading(list.filter)}" tabindex="0"><table>
<thead><tr>${[words.columns.at, words.columns.who, words.columns.channel, words.columns.what, words.columns.state].map(
        (name) => html`<th scope="col">${name}</th>`,
      )}</tr></thead>
<tbody>${list.items.map(
        (item) =>
          html`<tr><td>${words.since(item.at)}</td><td>${item.who}</td><td>${words.channel(item.channel)}</td><td>${words.task(item.kind, item.taskNumber)}</td><td>${words.became(item)}</td></tr>`,
      )}</tbody></table></div>`
}
${turning(words, list, (from) => deliveryAddress(list.filter, from))}</section>`

export const unreachableTable = (
  words: Words,
  people: ShownPeople,
): Html => html`<section id="list"><h2>${words.unreachable}</h2>
${
  people.items.length === 0
    ? html`<p>${words.nobodyUnreachable}</p>`
    : html`<ul>${people.items.map(
        ({ who, channel, reason, since, other }) =>
          html`<li><b>${who}</b>: ${words.channel(channel)}, ${words.blocked(reason)}, ${words.since(since)}; ${words.instead(other)}</li>`,
      )}</ul>`
}
${turning(words, people, (from) => `/gui-tin?nguoi=1&tu=${from + 1}`)}</section>`

const turning = (
  words: Words,
  { offset, total, items }: { readonly offset: number; readonly total: number; readonly items: readonly unknown[] },
  address: (from: number) => string,
): Html => {
  if (total <= deliveryRows) return html``
  const end = offset + items.length
  return html`<nav class="pages" aria-label="${words.title}">${
    offset > 0 ? html`<a href="${address(Math.max(0, offset - deliveryRows))}">${words.previous}</a>` : ''
  }<span>${words.showing({ from: offset + 1, to: end, total })}</span>${
    end < total ? html`<a href="${address(end)}">${words.next}</a>` : ''
  }</nav>`
}
