import type { Stores } from '../../domain/ports/stores.ts'
import type { Theirs } from './separation-theirs.ts'

const today = '2026-06-15'
const later = new Date('2026-06-16T02:00:00Z')
const everything = { agencyIds: 'all' } as const
const page = { offset: 0, limit: 50 }

/** What is tried on the assignments of a workspace, and on what is told of them, from another that knows their ids. */
export const attemptsOnAssignments = (theirs: () => Theirs, us: () => { readonly id: string }) => ({
  reads: {
    'assignments.find': [({ assignments }: Stores) => assignments.find(theirs().assignment.id), null],
    'assignments.findCarriedOn': [({ assignments }: Stores) => assignments.findCarriedOn(theirs().assignment.id), null],
    'assignments.findByNumber': [({ assignments }: Stores) => assignments.findByNumber(1), []],
    'assignments.list': [
      ({ assignments }: Stores) => assignments.list(everything, 'all', today, page),
      { items: [], total: 0 },
    ],
    'assignments.list of their agency': [
      ({ assignments }: Stores) => assignments.list({ agencyIds: [theirs().agencyId] }, 'all', today, page),
      { items: [], total: 0 },
    ],
    'assignments.list of their plan': [
      ({ assignments }: Stores) => assignments.list({ ...everything, planId: theirs().planId }, 'all', today, page),
      { items: [], total: 0 },
    ],
    'assignments.figures': [({ assignments }: Stores) => assignments.figures(everything, today), []],
    'assignments.figures of their agency': [
      ({ assignments }: Stores) => assignments.figures({ agencyIds: [theirs().agencyId] }, today),
      [],
    ],
    'assignments.findUpdate': [({ assignments }: Stores) => assignments.findUpdate(theirs().updateId), null],
    'assignments.findLatestUpdate': [
      ({ assignments }: Stores) => assignments.findLatestUpdate(theirs().assignment.id),
      null,
    ],
    'assignments.listNewestBy': [
      ({ assignments }: Stores) => assignments.listNewestBy(theirs().person.id, ['acknowledge', 'progress', 'done']),
      [],
    ],
    'assignments.listEvidence': [({ assignments }: Stores) => assignments.listEvidence(theirs().assignment.id), []],
    'audiences.listLate': [({ audiences }: Stores) => audiences.listLate('2027-01-01'), []],
    'audiences.list': [({ audiences }: Stores) => audiences.list({ agencyIds: [theirs().agencyId] }), []],
    'weekly.read': [
      ({ weekly }: Stores) =>
        weekly.read(everything, { from: '2026-01-01', to: today, since: new Date(0), until: later }),
      { figures: [], agencyWeeks: [], unreached: [] },
    ],
    'reminders.listWaiting': [({ reminders }: Stores) => reminders.listWaiting(theirs().person.id), []],
  } as const,
  writes: {
    'assignments.undo': [
      ({ assignments }: Stores) => assignments.undo(theirs().updateId, theirs().change, later),
      false,
    ],
    'reminders.markSaid': [
      ({ reminders }: Stores) =>
        reminders.markSaid(
          theirs().reminders.map(({ id }) => id),
          'ours',
        ),
      0,
    ],
  } as const,
  refused: {
    'assignments.record': ({ assignments }: Stores) =>
      assignments.record(
        {
          assignment: theirs().assignment,
          personId: us().id,
          kind: 'done',
          note: '',
          links: [],
          change: theirs().change,
        },
        later,
      ),
  },
})
