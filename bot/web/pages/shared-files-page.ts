import { html } from 'hono/html'
import type { SharedFiles } from '../../../domain/ports/web-broadcasts.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'
import { card } from './card-pages.ts'

interface SharedFilesPage {
  readonly m: WebMessages
  readonly shared: SharedFiles
  /** Of this page. */
  readonly address: string
}

/** The files that came with an announcement, each with a button that saves it. */
export const sharedFilesPage = ({ m, shared, address }: SharedFilesPage): Html =>
  card(
    m,
    m.shared.title,
    html`<p class="lead">${m.shared.lead(shared)}</p>
<p class="hint">${m.shared.author(shared.author)}</p>
${shared.files.map(
  ({ id, name, size }) => html`<p><strong>${name}</strong> (${m.shared.size(size)})</p>
<p><a class="primary" href="${address}/${id}" aria-label="${m.shared.download}: ${name}" download>${m.shared.download}</a></p>
`,
)}
<p class="hint">${m.shared.hint}</p>`,
  )
