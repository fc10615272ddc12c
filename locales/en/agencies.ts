import { bold, code, lines, rich } from '../rich-text.ts'
import type { AgenciesMessages } from '../vi/agencies.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

const kinds: Record<Parameters<AgenciesMessages['kind']>[0], string> = {
  'ubnd-cap-tinh': 'Provincial People’s Committee',
  'ubnd-cap-huyen': 'District People’s Committee',
  'ubnd-cap-xa': 'Commune People’s Committee',
  hdnd: 'People’s Council',
  'van-phong': 'Office',
  so: 'Department',
  ban: 'Board',
  'thanh-tra': 'Inspectorate',
  phong: 'Division',
  'trung-tam': 'Centre',
  'don-vi-su-nghiep': 'Public service unit',
  'cong-an': 'Police',
  'quan-su': 'Military',
  'bao-chi': 'Press and broadcasting',
  'nganh-doc': 'Central agency in the locality',
  'tu-phap': 'Court and procuracy',
  dang: 'Party',
  'doan-the': 'Front and mass organisations',
  'doanh-nghiep': 'Enterprise',
  khac: 'Other',
}

interface Period {
  readonly validFrom: string | null
  readonly validTo: string | null
}

const period = ({ validFrom, validTo }: Period): string =>
  [validFrom === null ? '' : `from ${day(validFrom)}`, validTo === null ? '' : `until ${day(validTo)}`]
    .filter((part) => part !== '')
    .join(' ')

const shownNumbers = 10

const some = (numbers: readonly (number | string)[]): string =>
  numbers.length > shownNumbers
    ? `${numbers.slice(0, shownNumbers).join(', ')} and ${numbers.length - shownNumbers} more`
    : numbers.join(', ')

type Imported = Parameters<AgenciesMessages['imported']>[0]

const problems: Record<Imported['problems'][number]['code'], string> = {
  'no-name': 'the name is missing',
  'kind-unknown': 'kind not understood',
  'bad-date': 'no such date (write it like 01/07/2025)',
  'ends-before-it-begins': 'it ends before it begins',
  twice: 'this name stands on a line above',
  'name-taken': 'this is another name of the agency',
  'alias-taken': 'this other name means another agency',
  'parent-unknown': 'the agency it belongs to is not known',
  'parent-below-it': 'the agency it belongs to would be below it',
}

const shownNames = 10
const shownProblems = 20

const someNames = (names: readonly string[]): string =>
  names.length > shownNames
    ? `${names.slice(0, shownNames).join('; ')} and ${names.length - shownNames} more`
    : names.join('; ')

export const agenciesEn: AgenciesMessages = {
  about: 'Agencies, groups of agencies and their other names',
  kind: (kind) => kinds[kind],
  listed: ({ workspace, total, kinds: sections, groups, unknown }) =>
    lines([
      rich`${bold('Agencies')} of ${workspace}: ${total}`,
      ...sections.map(
        ({ kind, names, more }) =>
          rich`• ${bold(`${kinds[kind]} (${names.length + more})`)}: ${names.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
      ),
      groups.length > 0 && '',
      groups.length > 0 && bold('Groups'),
      ...groups.map(({ name, members }) => `• ${name} = ${count(members, 'agency', 'agencies')}`),
      '',
      rich`To see one agency or group: ${code('/agencies Sở Nội vụ')}. To add or change many, send an .xlsx made from the example.`,
      unknown > 0 && rich`❓ ${count(unknown, 'name')} in plans that nobody knows yet: type ${code('/names')}.`,
    ]),
  card: ({ name, kind, shortName, parent, aliases, dated, groups, ...valid }) =>
    lines([
      bold(name),
      `Kind: ${kinds[kind]}`,
      shortName !== '' && `Short name: ${shortName}`,
      aliases.length > 0 && `Other names: ${aliases.join('; ')}`,
      ...dated.map((alias) => `Name for a time: ${alias.name} (${period(alias)})`),
      parent !== null && `Belongs to: ${parent}`,
      groups.length > 0 && `In groups: ${groups.join('; ')}`,
      period(valid) !== '' && `Exists: ${period(valid)}`,
    ]),
  group: ({ name, aliases, members }) =>
    lines([
      rich`${bold(name)}: ${count(members.length, 'agency', 'agencies')}`,
      aliases.length > 0 && `Other names: ${aliases.join('; ')}`,
      members.length > 0 && members.join('; '),
    ]),

  imported: ({ file, added, changed, unchanged, groups, problems: rows }) =>
    lines([
      added.length + changed.length + groups.length === 0
        ? rich`“${file}” changes nothing: the directory has ${count(unchanged, 'agency', 'agencies')} just as they stand in it.`
        : rich`✅ The directory was imported from “${file}”: ${bold(String(added.length))} added, ${bold(String(changed.length))} changed, ${unchanged} as they were. Nothing was removed.`,
      added.length > 0 && `Added: ${someNames(added)}.`,
      changed.length > 0 && `Changed: ${someNames(changed)}.`,
      ...groups.map(({ name, members }) => `Group ${name}: ${count(members, 'more agency', 'more agencies')}.`),
      rows.length > 0 && '',
      rows.length > 0 &&
        rich`⚠️ ${bold(`Not taken: ${count(rows.length, 'line')}`)}. Correct the file and send it again:`,
      ...rows
        .slice(0, shownProblems)
        .map(
          ({ line, code: what, detail }) => `• line ${line}: ${problems[what]}${detail === '' ? '' : ` (“${detail}”)`}`,
        ),
      rows.length > shownProblems && `and ${rows.length - shownProblems} more.`,
    ]),

  aboutNames: 'Say which agency an unknown name in a plan means',
  noNames: () => rich`No name is waiting to be explained.`,
  noMoreNames: () => rich`No other name is waiting to be explained.`,
  ask: ({ name, at, of, waiting, draftLines }) =>
    lines([
      rich`❓ Unknown name ${at}/${of}: ${bold(`“${name}”`)}`,
      ...waiting.map(
        ({ plan, numbers, lines: rows }) =>
          rich`${bold(plan)}: ${count(numbers.length, 'task')} waiting (${some(numbers.map((number) => `NV${number}`))}; line ${some(rows)}).`,
      ),
      draftLines.length > 0 && `In the plan that waits for your confirmation: line ${some(draftLines)}.`,
      'Which agency is it? Choose below or type its name.',
    ]),
  until: (date) => `until ${day(date)}`,
  former: (name) => `${name} (former name)`,
  create: 'Create a new agency',
  later: 'Later',
  open: 'Explain unknown names',
  learned: ({ name, meaning }) => rich`✅ “${name}” is ${bold(meaning)}. The name is known from now on.`,
  created: ({ name, kind }) => rich`✅ ${bold(name)} is in the directory now, as: ${kinds[kind]}.`,
  settled: (names) =>
    lines([bold('Known now by the directory'), ...names.map(({ name, meaning }) => `• “${name}” is ${meaning}`)]),
  assigned: ({ plan, assignments, told }) =>
    rich`${bold(count(assignments, 'more assignment', 'more assignments'))} from ${plan}${told === 0 ? '; there was nobody to tell yet' : `; ${count(told, 'person', 'people')} told`}.`,
  nobodyYet: (names) => rich`Nobody has joined from: ${names.join('; ')}. Type ${code('/invite')} to invite them.`,
  notFound: ({ typed, nearest }) =>
    nearest.length === 0
      ? rich`The directory has no agency “${typed}”. Choose one of those above, type the name again, or press “Later”.`
      : rich`The directory has no agency “${typed}”. Is it one of these?`,
  nameGone: () => rich`This name was explained already, or no plan uses it any more. Type ${code('/names')} to go on.`,
}
