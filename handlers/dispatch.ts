import { announcedIn } from '../domain/file-purpose.ts'
import { capabilities } from '../domain/channels.ts'
import { AppError } from '../domain/errors.ts'
import type { IncomingBody } from '../domain/incoming.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { receiveDirectory } from './agencies-import.ts'
import { answer } from './answer.ts'
import { answerDialogs } from './answer-dialogs.ts'
import { offerUploadForAwaited, receiveAttachment } from './broadcast-attach.ts'
import { takesFiles } from './broadcast-dialogs.ts'
import { receiveCalendar } from './calendar-file.ts'
import { hearDecision } from './decision-hearing.ts'
import { receiveEvidenceFile } from './evidence-file.ts'
import { forgetDialog } from './evidence-kept.ts'
import { offerUploadLink } from './evidence-link.ts'
import { findCommand, findSpoken, nearestCommand, readCommand } from './find-command.ts'
import { hearForwarded } from './forwarded.ts'
import { isFor } from './is-for.ts'
import { changeLanguage } from './language.ts'
import { findChoice, sayNoSuchChoice } from './offered-choice.ts'
import { hearAboutDraft } from './plan-draft-words.ts'
import { receiveFile } from './plan-upload.ts'
import { answerPrivately } from './privately.ts'
import type { Reply, Request } from './request.ts'
import type { Command, DialogRoute, SentFile } from './route.ts'
import { buttons, dialogs } from './routes.ts'
import { start } from './start.ts'
import { hearSnooze } from './snooze.ts'
import { hearWhy } from './why.ts'

/**
 * Finds the handler for what a member sent and runs it. Throws AppError when there is something to tell the person.
 * `file` is what was read from an uploaded file, null when it was not read because this person may not import any.
 */
export const dispatch = async (
  request: Request,
  body: IncomingBody,
  file: SentFile | null,
  stores: Stores,
): Promise<readonly Reply[]> => {
  switch (body.kind) {
    case 'text':
      return onText(request, { text: body.text.trim(), forwarded: body.forwarded === true }, stores)
    case 'edited':
      // What was said stays said: others may have read and answered it.
      return request.chat.kind === 'group' ? [] : [{ text: request.m.answers.edited() }]
    case 'button':
      return press(request, body.action, stores)
    case 'file':
    case 'unsupported':
      return request.chat.kind === 'group' ? [] : onContent(request, body, file, stores)
    default:
      return []
  }
}

const onContent = async (
  request: Request,
  body: Extract<IncomingBody, { kind: 'file' | 'unsupported' }>,
  file: SentFile | null,
  stores: Stores,
): Promise<readonly Reply[]> => {
  if (body.kind === 'unsupported') return onUnsupported(request, body.what, stores)
  return file === null ? receiveFile(request, file, stores) : onFile(request, file, stores)
}

const onFile = (request: Request, file: SentFile, stores: Stores): Promise<readonly Reply[]> => {
  if ('attachment' in file) return receiveAttachment(request, file, stores)
  if ('evidence' in file) return receiveEvidenceFile(request, file, stores)
  if ('calendar' in file) return receiveCalendar(request, file, stores)
  return 'sheet' in file ? receiveDirectory(request, file, stores) : receiveFile(request, file, stores)
}

/** A file that the channel does not pass on may still be brought to the web page, to be announced or to prove something. */
const onUnsupported = async (request: Request, what: string, stores: Stores): Promise<readonly Reply[]> => {
  const { person, chat, now } = request
  const canSendFiles = capabilities[chat.channel].files
  if (what !== 'file' || canSendFiles) throw new AppError('unsupported-content', { canSendFiles })
  const waiting = await stores.dialogs.find(chat.id, person.id, now)
  if (takesFiles(waiting?.kind)) return offerUploadForAwaited(request, '', stores)
  const proves = ownAgencies(person.memberships).length > 0 || waiting?.kind === answerDialogs.evidence
  if (proves) return offerUploadLink(request, '', stores)
  throw new AppError('unsupported-content', { canSendFiles })
}

const onText = async (
  request: Request,
  { text, forwarded }: { readonly text: string; readonly forwarded: boolean },
  stores: Stores,
): Promise<readonly Reply[]> => {
  // A code that somebody handed out may be passed on to the bot as it came.
  if (forwarded && !text.startsWith('/start ')) return onForwarded(request, text, stores)
  if (text.startsWith('/')) {
    // An announcement may be waiting for its words with a file that came before: its handler looks.
    const keepsWaiting = announcedIn(text) !== null || findCommand(readCommand(text).name)?.run === changeLanguage
    if (!keepsWaiting) await forgetDialog(request, stores)
    return runCommand(request, text, stores)
  }
  return request.chat.kind === 'group' ? onGroupText(request, text, stores) : onWords(request, text, stores)
}

/** What somebody else said may be the words of an announcement; it is never an answer or a command. */
const onForwarded = async (request: Request, text: string, stores: Stores): Promise<readonly Reply[]> => {
  if (request.chat.kind === 'group') return []
  const dialog = await stores.dialogs.find(request.chat.id, request.person.id, request.now)
  const route = dialogs.find(({ kind, aboutTask }) => kind === dialog?.kind && aboutTask !== true)
  return route === undefined
    ? hearForwarded(request, text, stores)
    : route.run(request, { text, data: dialog?.data }, stores)
}

const onWords = async (request: Request, text: string, stores: Stores): Promise<readonly Reply[]> => {
  const dialog = await stores.dialogs.find(request.chat.id, request.person.id, request.now)
  const route = dialogs.find((waiting) => waiting.kind === dialog?.kind && mayBeFor(waiting, request))
  const taken = await takeNumber(request, text, { isAwaited: route !== undefined }, stores)
  if (taken !== null) return taken
  const heard = await hearBefore(route, request, text, stores)
  if (heard !== null) return heard
  if (route !== undefined) return route.run(request, { text, data: dialog?.data }, stores)
  return (await hearAboutDraft(request, text, stores)) ?? answer(request, text, stores)
}

/** A number that was just offered is that choice; where choices are numbered, also while the bot waits for words. */
const takeNumber = async (
  request: Request,
  text: string,
  { isAwaited }: { readonly isAwaited: boolean },
  stores: Stores,
): Promise<readonly Reply[] | null> => {
  if (isAwaited && capabilities[request.chat.channel].buttons) return null
  const choice = await findChoice(request, text, stores)
  if (choice !== null) return press(request, choice, stores)
  return isAwaited ? null : sayNoSuchChoice(request, text, stores)
}

/** What is no answer to what the bot waits for, whatever that is: a command in words, a question about reminding, a decision. */
const hearBefore = async (
  route: DialogRoute | undefined,
  request: Request,
  text: string,
  stores: Stores,
): Promise<readonly Reply[] | null> => {
  const spoken = findSpoken(text, route !== undefined)
  if (spoken !== null) {
    await forgetDialog(request, stores)
    return runCommand(request, spoken, stores)
  }
  const reminding = route === undefined || route.aboutTask === true ? await hearReminding(request, text, stores) : null
  return reminding ?? hearDecision(request, { text, onlyNamed: route !== undefined }, stores)
}

/** A reply to a task's message is about that task, whatever else the bot is waiting for. */
const mayBeFor = ({ aboutTask = false }: DialogRoute, { about }: Request): boolean =>
  aboutTask || about === null || about.assignmentId === null

/** Why one is reminded, or when one wants to be again. */
const hearReminding = async (request: Request, text: string, stores: Stores): Promise<readonly Reply[] | null> =>
  (await hearWhy(request, text, stores)) ?? hearSnooze(request, text, stores)

/**
 * People talk to one another in groups: only a number that answers the bot's own choices is for the bot. Where there
 * are no buttons, what reaches the bot at all was meant for it.
 */
const onGroupText = async (request: Request, text: string, stores: Stores): Promise<readonly Reply[]> => {
  const forBot = request.about !== null || !capabilities[request.chat.channel].buttons
  const choice = forBot ? await findChoice(request, text, stores) : null
  return choice === null ? [] : press(request, choice, stores)
}

const runCommand = async (request: Request, text: string, stores: Stores): Promise<readonly Reply[]> => {
  const { typed, name, input } = readCommand(text)
  const command = findCommand(name)
  if (command === undefined) throw new AppError('unknown-command', { typed, nearest: nearestCommand(name, request) })
  if (!isFor(command, request)) throw new AppError('not-allowed', {})
  if (isForAll(command, request)) return command.run(request, input, stores)
  // Whoever reads along could take the code.
  if (command.run === start) throw new AppError('private-only', {})
  const run = async (inPrivate: Request): Promise<readonly Reply[]> => {
    await forgetDialog(inPrivate, stores)
    return command.run(inPrivate, input, stores)
  }
  return answerPrivately(request, run, stores)
}

const isForAll = ({ inGroups }: Command, { chat, person }: Request): boolean =>
  chat.kind === 'private' || (inGroups !== undefined && may(person.memberships, inGroups))

const press = (request: Request, action: string, stores: Stores): Promise<readonly Reply[]> => {
  const [prefix = '', ...rest] = action.split(':')
  const route = buttons.find((button) => button.prefix === prefix)
  if (route === undefined) throw new AppError('button-stale', {})
  if (request.chat.kind === 'group' && route.inGroups !== true) throw new AppError('private-only', {})
  return route.run(request, rest.join(':'), stores)
}
