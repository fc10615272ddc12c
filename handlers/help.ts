import { capabilities } from '../domain/channels.ts'
import { may } from '../domain/permissions.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { isFor } from './is-for.ts'
import type { Handler, Request } from './request.ts'
import type { Command } from './route.ts'

/** /help: what this person can do, by subject. The list comes as an argument because /help is part of it. */
export const createHelp =
  (commands: () => readonly Command[]): Handler<never> =>
  (request) => {
    const { m, person, chat } = request
    const own = commands().filter((command) => isShown(command) && isFor(command, request))
    const canImport = may(person.memberships, 'import-plan') && capabilities[chat.channel].files
    const text = lines([
      m.help.title({ name: person.name }),
      ...groups.flatMap((group) =>
        section(
          request,
          group,
          own.filter((command) => groupOf(command) === group),
        ),
      ),
      canImport && lines(['', m.help.planFiles()]),
      isFor({ needs: 'answer' }, request) && lines(['', m.help.answering()]),
    ])
    return Promise.resolve([{ text }])
  }

type Group = Parameters<Request['m']['help']['group']>[0]
const groups: readonly Group[] = ['work', 'steering', 'account']

/** /start is for those who come in; whoever reads the help is in. */
const isShown = ({ names }: Command): boolean => !names.includes('start')

/** What belongs to the work of an agency; the rest steers the whole. */
const ofAgencies: readonly Command['needs'][] = ['joined', 'answer', 'see-agency']

const groupOf = ({ personal, needs }: Command): Group => {
  if (personal === true) return 'account'
  return ofAgencies.includes(needs) ? 'work' : 'steering'
}

const section = ({ m }: Request, group: Group, commands: readonly Command[]): readonly (Rich | string)[] =>
  commands.length === 0
    ? []
    : [
        '',
        m.help.group(group),
        ...commands.map(({ names, about }) => m.help.line(m.help.nameOf(names), about(m), names[0])),
      ]
