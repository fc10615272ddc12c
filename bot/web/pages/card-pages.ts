import { html } from 'hono/html'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'
import { layout } from './layout.ts'

/** A page with one thing to do, or one thing to say. */
export const card = (m: WebMessages, title: string, content: Html, script?: 'code' | 'upload'): Html =>
  layout({
    m,
    title: `${title} · ${m.product}`,
    kind: 'card',
    ...(script === undefined ? {} : { script }),
    content: html`<main class="sheet">
<div class="brand"><img src="/assets/seal.svg" alt="" width="56" height="56"><div><strong>${m.product}</strong><span>${m.tagline}</span></div></div>
<h1>${title}</h1>
${content}
</main>`,
  })

export const problem = (words: string | null): Html =>
  words === null ? html`` : html`<p class="problem" role="alert" id="problem">${words}</p>`

interface Field {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly attributes: Html
}

const field = ({ name, label, hint, value, attributes }: Field): Html => html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${value}" aria-describedby="${name}-hint" required ${attributes}>
<p class="hint" id="${name}-hint">${hint}</p>
</div>`

/** For a browser that nobody is signed in to. */
export const welcomePage = (m: WebMessages, said: { readonly notice?: string; readonly problem?: string }): Html =>
  card(
    m,
    m.welcome.title,
    html`<p class="lead">${m.welcome.lead}</p>
${said.notice === undefined ? '' : html`<p class="notice" role="status">${said.notice}</p>`}${problem(said.problem ?? null)}
<form method="post" action="/vao">${field({
      name: 'code',
      label: m.welcome.codeLabel,
      hint: m.welcome.codeHint,
      value: '',
      attributes: html`autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="100"`,
    })}
<button class="primary">${m.welcome.continue}</button></form>
<p class="aside">${m.welcome.haveAccount}</p>
${languageLink(m)}`,
  )

/** A one-time link: pressing the button uses it up, looking at the page does not. */
export const signInPage = (m: WebMessages, token: string): Html =>
  card(
    m,
    m.signIn.title,
    html`<p class="lead">${m.signIn.lead}</p>
<form method="post" action="/vao/${encodeURIComponent(token)}"><button class="primary">${m.signIn.button}</button></form>
<p class="hint">${m.signIn.hint}</p>`,
  )

export interface Invitation {
  readonly code: string
  /** The name typed so far; null for somebody whose name is known. */
  readonly name: string | null
  /** Whether it is one more channel for somebody who has joined. */
  readonly linking: boolean
  readonly problem: string | null
}

/** An invitation: the name to be known by may still be needed. */
export const joinPage = (m: WebMessages, { code, name, linking, problem: trouble }: Invitation): Html =>
  card(
    m,
    linking ? m.join.linkTitle : m.join.title,
    html`${name === null ? '' : html`<p class="lead">${m.join.lead}</p>`}
<p class="code"><span>${m.join.codeLabel}</span> <strong>${code}</strong></p>${problem(trouble)}
<form method="post" action="/vao/${encodeURIComponent(code)}${linking ? '?noi=1' : ''}">${name === null ? '' : nameField(m, name)}
<button class="primary">${linking ? m.join.linkButton : m.join.button}</button></form>
<p class="language"><a href="/">${m.join.otherCode}</a></p>`,
  )

const nameField = (m: WebMessages, name: string): Html =>
  field({
    name: 'name',
    label: m.join.nameLabel,
    hint: m.join.nameHint,
    value: name,
    attributes: html`autocomplete="name" maxlength="100"`,
  })

/** Something was refused or went wrong. */
export const refusalPage = (m: WebMessages, words: string): Html =>
  card(
    m,
    m.refused.title,
    html`${problem(words)}
<p><a class="primary" href="/">${m.refused.back}</a></p>`,
  )

const languageLink = (m: WebMessages): Html => {
  const other = m.lang === 'vi' ? 'en' : 'vi'
  return html`<p class="language"><a href="/?lang=${other}" lang="${other}">${m.otherLanguage}</a></p>`
}
