import type { Outbox } from '../domain/ports/messages.ts'
import type { OpenStores, Stores } from '../domain/ports/stores.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import { createAgencies } from './agencies.ts'
import { createAssignments } from './assignments.ts'
import { createAudiences } from './audiences.ts'
import { createAudit } from './audit.ts'
import { createBroadcastFiles } from './broadcast-files.ts'
import { createBroadcasts } from './broadcasts.ts'
import { createCalendar } from './calendar.ts'
import { createChats } from './chats.ts'
import { createContributions } from './contributions.ts'
import { createDecisions } from './decisions.ts'
import { createDelegations } from './delegations.ts'
import { createDelivery } from './delivery.ts'
import { createDepartures } from './departures.ts'
import { createDialogs } from './dialogs.ts'
import { createDoers } from './doers.ts'
import { createExtensions } from './extensions.ts'
import { createEvidence } from './evidence.ts'
import { createFrozen } from './frozen-figures.ts'
import { createHandovers } from './handovers.ts'
import { createInviteCodes, createInvites } from './invites.ts'
import { createJobRuns } from './job-runs.ts'
import { createLinkCodes } from './link-codes.ts'
import { createMergers } from './mergers.ts'
import { createMilestoneSettings } from './milestone-settings.ts'
import { createSentMessages } from './outbox.ts'
import { createPeople } from './people.ts'
import { createPeriods } from './periods.ts'
import { createPlans } from './plans.ts'
import { createPlanSettings } from './plan-settings.ts'
import { createProfiles } from './profiles.ts'
import { createReminders } from './reminders.ts'
import { createRoster } from './roster.ts'
import { createSearch } from './search.ts'
import { createSignInLinks } from './sign-in-links.ts'
import { createSummaries } from './summaries.ts'
import { createSnoozes } from './snoozes.ts'
import { createHistory } from './task-history.ts'
import type { Transaction } from './transaction.ts'
import { createTransfers } from './transfers.ts'
import { createUnknownNames } from './unknown-names.ts'
import { createUploadLinks } from './upload-links.ts'
import { createUrgings } from './urgings.ts'
import { createWeekly } from './weekly.ts'

/** Everything of one workspace, within one transaction; without wake-ups the next sweep finds whom they are for. */
export const createStores = (
  tx: Transaction,
  workspaceId: string,
  outbox: Outbox,
  wakeups: Pick<Wakeups, 'remind'> | null = null,
): Stores => ({
  agencies: createAgencies(tx, workspaceId),
  assignments: createAssignments(tx, workspaceId),
  audiences: createAudiences(tx, workspaceId),
  audit: createAudit(tx, workspaceId),
  broadcastFiles: createBroadcastFiles(tx, workspaceId),
  broadcasts: createBroadcasts(tx, workspaceId),
  calendar: createCalendar(tx, workspaceId),
  chats: createChats(tx, workspaceId),
  contributions: createContributions(tx, workspaceId),
  decisions: createDecisions(tx, workspaceId),
  delegations: createDelegations(tx, workspaceId),
  delivery: createDelivery(tx, workspaceId),
  departures: createDepartures(tx, workspaceId),
  dialogs: createDialogs(tx, workspaceId),
  doers: createDoers(tx, workspaceId),
  extensions: createExtensions(tx, workspaceId),
  evidence: createEvidence(tx, workspaceId),
  frozen: createFrozen(tx, workspaceId),
  handovers: createHandovers(tx, workspaceId),
  history: createHistory(tx, workspaceId),
  inviteCodes: createInviteCodes(tx),
  invites: createInvites(tx, workspaceId),
  jobRuns: createJobRuns(tx, workspaceId),
  linkCodes: createLinkCodes(tx, workspaceId),
  mergers: createMergers(tx, workspaceId),
  milestoneSettings: createMilestoneSettings(tx, workspaceId),
  outbox,
  people: createPeople(tx, workspaceId),
  periods: createPeriods(tx, workspaceId),
  plans: createPlans(tx, workspaceId),
  planSettings: createPlanSettings(tx, workspaceId),
  profiles: createProfiles(tx, workspaceId),
  reminders: createReminders(tx, workspaceId),
  roster: createRoster(tx, workspaceId),
  search: createSearch(tx, workspaceId),
  sentMessages: createSentMessages(tx, workspaceId),
  signInLinks: createSignInLinks(tx, workspaceId),
  summaries: createSummaries(tx, workspaceId),
  snoozes: createSnoozes(tx, workspaceId),
  transfers: createTransfers(tx, workspaceId),
  unknownNames: createUnknownNames(tx, workspaceId),
  uploadLinks: createUploadLinks(tx, workspaceId),
  urgings: createUrgings(tx, workspaceId, wakeups),
  weekly: createWeekly(tx, workspaceId),
})

/** What somebody can do before joining a workspace. */
export const createOpenStores = (tx: Transaction): OpenStores => ({ inviteCodes: createInviteCodes(tx) })
