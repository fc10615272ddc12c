import { html } from 'hono/html'
import { type JobName, jobsByHand } from '../../../domain/job-list.ts'
import type { JobSchedule } from '../../../handlers/job-schedule.ts'
import type { Messages } from '../../../locales/index.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import type { Html } from '../rich-text.ts'
import { icon } from './icons.ts'
import { layout } from './layout.ts'

interface JobsPage {
  readonly m: WebMessages
  readonly words: Messages['jobs']
  readonly schedule: JobSchedule
  /** What was just asked for. */
  readonly asked: JobName | null
}

/** What the clock does: the last and the next run of each job, and a button that runs it at once. */
export const jobsPage = ({ m, words, schedule, asked }: JobsPage): Html =>
  layout({
    m,
    title: `${words.title} · ${m.product}`,
    kind: 'delivery',
    content: html`<header>
<a class="quiet" href="/">${icon('back')}<span>${words.back}</span></a>
<div class="names"><h1>${words.title}</h1></div>
</header>
<main>
${asked === null ? '' : html`<p class="notice" role="status">${words.asked(asked).text}</p>`}
<table>
<thead><tr><th scope="col">${words.columns.job}</th><th scope="col">${words.columns.last}</th><th scope="col">${words.columns.next}</th><th scope="col">${words.columns.missed}</th><th scope="col">${words.columns.run}</th></tr></thead>
<tbody>${schedule.jobs.map((job) => row(words, job))}</tbody>
</table>
${
  schedule.stops.length === 0
    ? ''
    : html`<h2>${words.stopsTitle}</h2>
<ul>${schedule.stops.map((stop) => html`<li>${words.stop(stop)}</li>`)}</ul>`
}
</main>`,
  })

const row = (words: Messages['jobs'], { job, last, next, missed }: JobSchedule['jobs'][number]): Html =>
  html`<tr><th scope="row">${words.name(job)}</th><td>${last === null ? words.never : `${words.at(last.at)}, ${words.went(last)}`}</td><td>${next.time}</td><td>${missed === 0 ? '–' : words.missed(missed)}</td><td>${runButton(words, job)}</td></tr>`

const runButton = (words: Messages['jobs'], job: JobName): Html =>
  jobsByHand.includes(job)
    ? html`<form method="post" action="/lich-chay/${job}"><button class="quiet" aria-label="${words.runNowOf(job)}">${words.runNow}</button></form>`
    : html`–`
