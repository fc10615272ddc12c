import { html } from 'hono/html'
import type { RichText } from '../../../domain/message.ts'
import type { UploadPurpose } from '../../../domain/ports/web-evidence.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import { type Html, renderRichText } from '../rich-text.ts'
import { card, problem } from './card-pages.ts'

export interface UploadPage {
  readonly m: WebMessages
  readonly token: string
  readonly purpose: UploadPurpose
  /** Why the files were not taken. */
  readonly problem: RichText | null
}

/** A form that works without a script; with one it shows how far the upload has come. */
export const uploadPage = ({ m, token, purpose, problem: trouble }: UploadPage): Html =>
  card(
    m,
    purpose.kind === 'evidence' ? m.upload.title : m.upload.titleOfBroadcast,
    html`${lead(m, purpose)}
<div id="trouble">${trouble === null ? '' : problem(trouble.text)}</div>
<form id="upload" method="post" enctype="multipart/form-data" action="/nop/${encodeURIComponent(token)}" data-sending="${m.upload.sending}" data-saving="${m.upload.saving}" data-lost="${m.upload.lost}" data-too-large="${m.refused.fileTooLarge}">
<div class="field">
<label for="file">${m.upload.files}</label>
<input id="file" name="file" type="file" multiple required aria-describedby="file-hint">
<p class="hint" id="file-hint">${m.upload.filesHint}</p>
</div>
${purpose.kind === 'evidence' ? captionField(m) : ''}
<progress id="progress" max="100" value="0" hidden></progress>
<p id="state" role="status"></p>
<button class="primary">${m.upload.send}</button>
</form>
<p class="hint">${m.upload.hint}</p>`,
    'upload',
  )

/** What the files are for. */
const lead = (m: WebMessages, purpose: UploadPurpose): Html => {
  if (purpose.kind === 'broadcast') return html`<p class="lead">${m.upload.leadOfBroadcast(purpose.excerpt)}</p>`
  const { number, title, agency, dueOn } = purpose
  return html`<p class="lead"><strong>NV${number}</strong> ${title}</p>
<p class="hint">${agency}${dueOn === null ? '' : html` · ${m.upload.due(dueOn)}`}</p>`
}

/** What goes out with an announcement needs no words of its own. */
const captionField = (m: WebMessages): Html => html`<div class="field">
<label for="caption">${m.upload.caption}</label>
<input id="caption" name="caption" maxlength="500" autocomplete="off" aria-describedby="caption-hint">
<p class="hint" id="caption-hint">${m.upload.captionHint}</p>
</div>`

/** What the bot says about it in the chat. */
export const uploadedPage = (m: WebMessages, said: readonly RichText[]): Html =>
  card(
    m,
    m.upload.done,
    html`${said.map((text) => html`<p class="notice" role="status">${renderRichText(text)}</p>`)}
<p class="hint">${m.upload.close}</p>`,
  )
