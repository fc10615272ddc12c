import { html } from 'hono/html'
import type { WebVisitor } from '../../../domain/ports/web.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Shown } from '../entries.ts'
import type { Html } from '../rich-text.ts'
import { icon } from './icons.ts'
import { layout } from './layout.ts'
import { conversation, daySeparator, replyButton } from './message-view.ts'

export interface ChatPage {
  readonly m: WebMessages
  readonly visitor: WebVisitor
  readonly messages: readonly Shown[]
  /** The newest outbox row among them: live news go on from here. */
  readonly after: bigint
  /** The moment before which older messages are to be had; null when these are all. */
  readonly before: string | null
}

/** The conversation, the quick commands and the box to write in. */
export const chatPage = ({ m, visitor, messages, after, before }: ChatPage): Html =>
  layout({
    m,
    title: `${m.product} · ${visitor.workspaceName}`,
    kind: 'chat',
    content: html`<a class="skip" href="#text">${m.skipToCompose}</a>
${header(m, visitor)}
<noscript><p class="problem">${m.needsScript}</p></noscript>
<p class="offline" role="status" hidden>${m.chat.offline}</p>
<main>
<div id="log" role="log" aria-live="polite" aria-label="${m.chat.log}" tabindex="0" data-after="${String(after)}">
${before === null ? '' : html`<button type="button" class="older" data-before="${before}">${m.chat.older}</button>`}
<div class="thread">${conversation(messages, { m, zone: visitor.zone })}</div>
<p class="empty"${messages.length === 0 ? '' : html` hidden`}><img src="/assets/seal.svg" alt="" width="72" height="72">${m.chat.empty}</p>
<p class="typing" hidden><span class="visually-hidden">${m.chat.typing}</span><i></i><i></i><i></i></p>
</div>
<div class="dock">
<button type="button" class="unread" hidden data-one="${m.chat.unreadOne}" data-many="${m.chat.unreadMany}">${icon('down')}<span></span></button>
${quickCommands(m)}
${composer(m)}
</div>
</main>
${patterns(m)}`,
  })

const header = (m: WebMessages, { workspaceName, name }: WebVisitor): Html => html`<header>
<img src="/assets/seal.svg" alt="" width="40" height="40">
<div class="names"><h1>${m.product}</h1><p>${workspaceName}</p></div>
<p class="who">${name}</p>
<form method="post" action="/thoat"><button class="quiet" title="${m.chat.signOut}">${icon('leave')}<span>${m.chat.signOut}</span></button></form>
</header>`

const quickCommands = (m: WebMessages): Html =>
  html`<nav class="commands" aria-label="${m.chat.commands}">${m.chat.quickCommands.map(
    ({ command, label }) => html`<button type="button" data-command="${command}"><b>${command}</b> ${label}</button>`,
  )}</nav>`

const composer = (m: WebMessages): Html => html`<form id="compose" novalidate>
<div class="replying" hidden><div><b>${m.chat.replyingTo}</b><span></span></div><button type="button" class="quiet" title="${m.chat.cancelReply}">${icon('close')}<span class="visually-hidden">${m.chat.cancelReply}</span></button></div>
<div class="line">
<input type="file" id="file" class="visually-hidden" tabindex="-1" aria-hidden="true">
<button type="button" class="quiet attach" title="${m.chat.attach}">${icon('attach')}<span class="visually-hidden">${m.chat.attach}</span></button>
<label class="visually-hidden" for="text">${m.chat.compose}</label>
<textarea id="text" rows="1" maxlength="4000" placeholder="${m.chat.placeholder}" aria-describedby="keys" enterkeyhint="send"></textarea>
<button class="send" title="${m.chat.send}">${icon('send')}<span class="visually-hidden">${m.chat.send}</span></button>
</div>
<p class="visually-hidden" id="keys">${m.chat.keys}</p>
</form>`

/** What the page's own script fills in: it has no words of its own. */
const patterns = (
  m: WebMessages,
): Html => html`<template id="own-pattern"><article class="message own sending" tabindex="-1"><div class="bubble"><div class="text"></div></div><div class="meta"><span class="state">${m.chat.sending}</span>${replyButton(m)}</div></article></template>
<template id="file-pattern"><div class="file">${icon('file')}<span><span class="name"></span><progress max="100" value="0" aria-label="${m.chat.sending}"></progress></span></div></template>
<template id="quote-pattern"><a class="quote"></a></template>
<template id="failed-pattern"><span class="failed" role="alert"><span>${m.chat.notSent}</span> <button type="button" class="retry">${m.chat.retry}</button></span></template>
<template id="day-pattern">${daySeparator('')}</template>
<div id="words" hidden data-sending="${m.chat.sending}" data-uploading="${m.chat.uploading}" data-not-sent="${m.chat.notSent}" data-too-large="${m.refused.fileTooLarge}" data-file-empty="${m.refused.fileEmpty}" data-chosen="${m.chat.chosen}" data-you="${m.chat.you}" data-drop="${m.chat.dropFile}" data-older-failed="${m.chat.olderFailed}"></div>`
