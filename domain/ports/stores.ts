import type { MilestoneSettings } from '../milestone-rule.ts'
import type { Agencies } from './agencies.ts'
import type { Assignments } from './assignments.ts'
import type { Audiences } from './audiences.ts'
import type { Audit } from './audit.ts'
import type { BroadcastFiles } from './broadcast-files.ts'
import type { Broadcasts } from './broadcasts.ts'
import type { CalendarStore } from './calendar.ts'
import type { Contributions } from './contributions.ts'
import type { Decisions } from './decisions.ts'
import type { Delivery } from './delivery.ts'
import type { Doers } from './doers.ts'
import type { Extensions } from './extensions.ts'
import type { Chats, Dialogs, Outbox, SentMessages } from './messages.ts'
import type { Delegations } from './delegations.ts'
import type { Departures } from './departures.ts'
import type { JobRuns } from './job-runs.ts'
import type { LinkCodes } from './link-codes.ts'
import type { EvidenceStore, UploadLinks } from './evidence.ts'
import type { Handovers } from './handovers.ts'
import type { History } from './history.ts'
import type { InviteCodes, Invites, People, SignInLinks } from './people.ts'
import type { Mergers } from './mergers.ts'
import type { MilestoneSettingsStore } from './milestone-settings.ts'
import type { Frozen, Periods } from './periods.ts'
import type { Plans } from './plans.ts'
import type { PlanSettingsStore } from './plan-settings.ts'
import type { Profiles } from './profiles.ts'
import type { Reminders } from './reminders.ts'
import type { Roster } from './roster.ts'
import type { Search } from './search.ts'
import type { Summaries } from './summaries.ts'
import type { Snoozes } from './snoozes.ts'
import type { Transfers } from './transfers.ts'
import type { UnknownNames } from './unknown-names.ts'
import type { Urgings } from './urgings.ts'
import type { Weekly } from './weekly.ts'

/** Everything that is kept for one workspace, within one transaction. A handler asks for the few it uses. */
export interface Stores {
  readonly agencies: Agencies
  readonly assignments: Assignments
  readonly audiences: Audiences
  readonly audit: Audit
  readonly broadcastFiles: BroadcastFiles
  readonly broadcasts: Broadcasts
  readonly calendar: CalendarStore
  readonly chats: Chats
  readonly contributions: Contributions
  readonly decisions: Decisions
  readonly delegations: Delegations
  readonly delivery: Delivery
  readonly departures: Departures
  readonly dialogs: Dialogs
  readonly doers: Doers
  readonly extensions: Extensions
  readonly evidence: EvidenceStore
  readonly frozen: Frozen
  readonly handovers: Handovers
  readonly history: History
  readonly inviteCodes: InviteCodes
  readonly invites: Invites
  readonly jobRuns: JobRuns
  readonly linkCodes: LinkCodes
  readonly mergers: Mergers
  readonly milestoneSettings: MilestoneSettingsStore
  readonly outbox: Outbox
  readonly people: People
  readonly periods: Periods
  readonly plans: Plans
  readonly planSettings: PlanSettingsStore
  readonly profiles: Profiles
  readonly reminders: Reminders
  readonly roster: Roster
  readonly search: Search
  readonly sentMessages: SentMessages
  readonly signInLinks: SignInLinks
  readonly summaries: Summaries
  readonly snoozes: Snoozes
  readonly transfers: Transfers
  readonly unknownNames: UnknownNames
  readonly uploadLinks: UploadLinks
  readonly urgings: Urgings
  readonly weekly: Weekly
}

/** What exists before a workspace is known: for people who have not joined yet. */
export interface OpenStores {
  readonly inviteCodes: InviteCodes
}

export interface Workspace {
  readonly id: string
  readonly name: string
  readonly zone: string
  /** When its tasks are spoken of; absent while everything goes by the usual milestones. */
  readonly milestones?: MilestoneSettings
}
