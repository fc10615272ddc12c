import { html } from 'hono/html'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'
import { card } from './card-pages.ts'

/** Where a code can be used. */
export interface CodeWays {
  /** The address of the web chat. */
  readonly web: string
  /** "https://t.me/name", null when Telegram is not connected. */
  readonly telegram: string | null
  readonly zalo: boolean
}

/**
 * An invitation to be photographed or printed. The page is the same for everybody: the code is in the part of the
 * address that browsers do not send, and the page's script puts it in.
 */
export const codePage = (m: WebMessages, ways: CodeWays): Html =>
  card(
    m,
    m.code.title,
    html`<p class="lead">${m.code.lead}</p>
<noscript><p class="problem">${m.needsScript}</p></noscript>
<p class="problem" role="alert" id="missing" hidden>${m.code.missing}</p>
<div id="card" data-drawing="/assets/qrcode.mjs" hidden>
<p class="code"><span>${m.join.codeLabel}</span> <strong data-code=""></strong></p>
<div class="ways">${ways.telegram === null ? '' : way('Telegram', { before: `${ways.telegram}?start=`, m })}
${way(m.code.browser, { before: `${ways.web}/vao/`, linking: '?noi=1', m })}</div>
${ways.zalo ? html`<p>${m.code.zalo} <code data-code="/start "></code></p>` : ''}
<p><button type="button" class="primary" id="print">${m.code.print}</button></p>
</div>`,
    'code',
  )

const way = (
  name: string,
  { before, linking = '', m }: { readonly before: string; readonly linking?: string; readonly m: WebMessages },
): Html => html`<figure data-before="${before}" data-linking="${linking}">
<div class="qr" role="img" aria-label="${m.code.picture(name)}"></div>
<figcaption><strong>${name}</strong><br><a></a></figcaption>
</figure>`
