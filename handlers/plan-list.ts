import type { Button } from '../domain/message.ts'
import { inRows } from '../domain/task-buttons.ts'
import { may } from '../domain/permissions.ts'
import type { DraftSummary } from '../domain/ports/plans.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate } from '../domain/time.ts'
import { lines } from '../locales/rich-text.ts'
import { draftsSince } from './plan-draft-open.ts'
import { milestoneButtons } from './milestone-settings.ts'
import { settingsButtons } from './plan-settings.ts'
import type { Handler, Request } from './request.ts'

const listedPlans = 20
const listedDrafts = 5
const titleLength = 120
const labelLength = 40

/** /kehoach: the plans of the workspace, the newest first, and the reader's own drafts, to go on with. */
export const listPlans: Handler<'plans'> = async (request, _input, stores) => {
  const { m, person, now } = request
  const mayImport = may(person.memberships, 'import-plan')
  const drafts = mayImport ? (await stores.plans.listDrafts(person.id, draftsSince(now))).slice(0, listedDrafts) : []
  const plans = (await stores.plans.list()).toReversed()
  const shown = plans.slice(0, listedPlans).map(({ number, title, tasks }) => ({
    number: number || m.plans.noNumber,
    title: shorten(title, titleLength),
    tasks,
  }))
  const text = lines([
    plans.length === 0 ? m.plans.none() : m.plans.listed(shown, plans.length - shown.length),
    drafts.length > 0 && m.planDrafts.open(drafts.map((draft) => describeDraft(request, draft))),
  ])
  return [
    {
      text,
      buttons: [
        ...inRows(
          drafts.map((draft) => openButton(request, draft)),
          1,
        ),
        ...settingsButtons(request, plans.length),
        ...milestoneButtons(request),
      ],
    },
  ]
}

const nameOf = ({ number, fileName }: DraftSummary): string => number || fileName

const describeDraft = ({ workspace }: Request, draft: DraftSummary) => ({
  name: shorten(`${nameOf(draft)} ${draft.title}`, titleLength),
  day: localDate(draft.updatedAt, workspace.zone),
})

const openButton = ({ m }: Request, draft: DraftSummary): Button => ({
  label: m.planDrafts.openOne(shorten(nameOf(draft), labelLength)),
  action: `plan-see:${draft.id}:0`,
})
