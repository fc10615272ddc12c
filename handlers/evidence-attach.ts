import type { Assignment } from '../domain/assignment.ts'
import type { Answer, Said } from '../domain/assignment-change.ts'
import { AppError } from '../domain/errors.ts'
import { type EvidenceFile, type KeptFile, planFiles } from '../domain/evidence.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { understand } from '../domain/reply/understand.ts'
import type { Understanding } from '../domain/reply/understanding.ts'
import { localDate, localTime } from '../domain/time.ts'
import type { At } from '../locales/vi/evidence.ts'
import { waitFor } from './answer-dialogs.ts'
import { recordAnswer, type RecordingNeeds, whichOf } from './record.ts'
import type { Reply, Request } from './request.ts'

export type AttachingNeeds = RecordingNeeds | 'agencies' | 'evidence'

/**
 * Makes files evidence of an assignment, with what was said about them as the answer that it is. Files that are there
 * already are said to be. Throws AppError when the assignment takes nothing more.
 */
export const attachFiles = async (
  request: Request,
  assignment: Assignment,
  { files, caption }: { readonly files: readonly KeptFile[]; readonly caption: string },
  stores: Pick<Stores, AttachingNeeds>,
): Promise<readonly Reply[]> => {
  const evidence = await stores.evidence.listToChange(assignment.id)
  const planned = planFiles({ number: assignment.number, evidence }, files)
  if (planned instanceof AppError) throw planned
  const known = planned.known.map(({ as }) => ({
    text: request.m.evidence.known(whichOf(request, assignment), {
      ...{ name: as.words, giver: as.giver.name, at: momentIn(as.at, request) },
    }),
    assignmentId: assignment.id,
  }))
  const said = readCaption(request, assignment, caption, planned.fresh)
  const saysMore = said.answer.kind !== 'evidence' || said.links.length > 0
  const recorded = planned.fresh.length > 0 || saysMore ? await recordAnswer(request, assignment, said, stores) : []
  // Who sends one file often sends another: photos of one album come one by one.
  await waitFor(request, 'evidence', assignment.id, stores)
  return [...recorded, ...known]
}

/** A moment on the clock of the workspace. */
export const momentIn = (at: Date, { workspace: { zone } }: Pick<Request, 'workspace'>): At => ({
  day: localDate(at, zone),
  time: localTime(at, zone).slice(0, 5),
})

const readCaption = (
  { today }: Pick<Request, 'today'>,
  { state }: Pick<Assignment, 'state'>,
  caption: string,
  files: readonly EvidenceFile[],
): Said => {
  const understood = understand(caption, { today, aboutTask: true, byRulesAlone: true })
  const links = [...understood.links, ...understood.documents]
  const answer = understood.confidence === 1 ? answerIn(understood) : null
  // What is done takes evidence and nothing else: the words are kept as a note.
  if (answer === null || (state === 'done' && answer.kind !== 'done')) {
    return { answer: { kind: 'evidence' }, note: understood.note, links, files }
  }
  return { answer, note: understood.note, links, files }
}

/** Null for words that are only about the file. */
const answerIn = ({ intent, percent, state, unblocked, note }: Understanding): Answer | null => {
  switch (intent) {
    case 'done':
    case 'acknowledge':
      return { kind: intent }
    case 'progress':
      return { kind: 'progress', percent, started: state === 'in_progress', unblocked }
    case 'obstacle':
      return note === '' ? null : { kind: 'obstacle', words: note, percent }
    default:
      return null
  }
}
