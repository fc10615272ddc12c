import { html, raw } from 'hono/html'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'

export interface Page {
  readonly m: WebMessages
  readonly title: string
  /** A class on the body: which kind of page it is. */
  readonly kind: 'card' | 'chat' | 'draft' | 'delivery'
  /** A script of its own, for a card that can do without. */
  readonly script?: 'code' | 'upload'
  readonly content: Html
}

/** The frame of every page. Scripts and styles come as files only: the content policy forbids anything inline. */
export const layout = ({ m, title, kind, script, content }: Page): Html => html`${raw('<!doctype html>')}
<html lang="${m.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f4f2ed" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#14181d" media="(prefers-color-scheme: dark)">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/assets/seal.svg" type="image/svg+xml">
${styleOf('chat')}
${isDesk(kind) ? html`${styleOf('desk')}${styleOf(kind)}` : ''}
${script === 'code' ? styleOf('code') : ''}
${scriptOf(script ?? (kind === 'card' || kind === 'delivery' ? null : kind))}
</head>
<body class="${isDesk(kind) ? `desk ${kind}` : kind}">
${content}
</body>
</html>`

const isDesk = (kind: Page['kind']): boolean => kind === 'draft' || kind === 'delivery'

const styleOf = (name: string): Html => html`<link rel="stylesheet" href="/assets/${name}.css">`

const scriptOf = (name: string | null): Html =>
  name === null ? html`` : html`<script type="module" src="/assets/${name}.js"></script>`
