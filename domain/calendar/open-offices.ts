import type { Office } from '../ports/calendar.ts'
import { isOpenAt, localMoment } from './office-hours.ts'

/** Workspaces that share a zone. */
export interface OpenOffices {
  readonly zone: string
  readonly workspaceIds: readonly string[]
}

/** The workspaces in whose offices somebody may be spoken to at a moment. What a zone's clock shows is asked once. */
export const openOffices = (offices: readonly Office[], at: Date): readonly OpenOffices[] =>
  [...Map.groupBy(offices, ({ calendar }) => calendar.zone)]
    .map(([zone, there]) => {
      const moment = localMoment(at, zone)
      const open = there.filter(({ calendar }) => isOpenAt(moment, calendar))
      return { zone, workspaceIds: open.map(({ workspaceId }) => workspaceId) }
    })
    .filter(({ workspaceIds }) => workspaceIds.length > 0)

/** The other workspaces: there nobody may be spoken to unasked at that moment. */
export const closedOffices = (offices: readonly Office[], at: Date): readonly string[] => {
  const open = new Set(openOffices(offices, at).flatMap(({ workspaceIds }) => workspaceIds))
  return offices.flatMap(({ workspaceId }) => (open.has(workspaceId) ? [] : [workspaceId]))
}
