import { distance } from 'fastest-levenshtein'
import { fold, stripMarks } from '../domain/fold.ts'
import { cancel } from './cancel.ts'
import { isFor } from './is-for.ts'
import type { Request } from './request.ts'
import type { Command } from './route.ts'
import { commands } from './routes.ts'

/** "Trợ giúp" is /trogiup and "gia hạn 2" is /giahan 2; "huỷ" is left to what the bot waits for. */
export const findSpoken = (text: string, isAwaited: boolean): string | null => {
  const ofTask = findOfTask(text)
  if (ofTask !== null) return ofTask
  const command = commands.find(({ spoken = [] }) => spoken.includes(fold(text)))
  if (command === undefined || (isAwaited && command.run === cancel)) return null
  return `/${command.names[0]}`
}

const findOfTask = (text: string): string | null => {
  const [, words, number] = /^([a-z ]+?) ?(\d+)$/.exec(fold(text)) ?? []
  const name = words?.replaceAll(' ', '')
  return name !== undefined && findCommand(name)?.ofTask === true ? `/${name} ${number}` : null
}

export const findCommand = (name: string): Command | undefined => commands.find(({ names }) => names.includes(name))

/** "/nv12" is "/nv 12", and Vietnamese keyboards write "/việc". */
export const readCommand = (
  text: string,
): { readonly typed: string; readonly name: string; readonly input: string } => {
  const typed = /^\S+/.exec(text)?.[0] ?? text
  const written = stripMarks(typed.slice(1).replace(/@.*$/, ''))
  const [, name = written, number = ''] = /^([a-z]+)(\d+)$/.exec(written) ?? []
  return { typed, name, input: `${number} ${text.slice(typed.length)}`.trim() }
}

/** "vieecj" without the keys of its diacritics: "viec". */
const withoutTelex = (typed: string): string => typed.replace(/([aeod])\1/g, '$1').replace(/[sfrxjw]$/, '')

export const nearestCommand = (typed: string, request: Request): string | null => {
  const names = commands.filter((command) => isFor(command, request)).flatMap((command) => command.names)
  const far = (name: string) => Math.min(distance(typed, name), distance(withoutTelex(typed), name))
  const [best] = names.map((name) => ({ name, far: far(name) })).sort((a, b) => a.far - b.far)
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? `/${best.name}` : null
}
