import { withoutDots } from '../domain/agency-abbreviations.ts'
import { directSubject, type Subject } from './subject.ts'
import { longestList, namesAgency, splitNames, withoutPersons } from './outline-agencies.ts'
import { findScanned, scannedText } from './outline-likeness.ts'
import { isRestOfName, namesEndAt } from './outline-names.ts'
import { predicateAt } from './outline-predicates.ts'

const withWhom =
  /(?<![\p{L}])phối hợp(?:\s+(?:chặt chẽ|thường xuyên|đồng bộ|tốt))?(?:\s+(?:với|cùng với|cùng|của))?\s+(?=[\p{L}])/giu

/** Where the names begin of those somebody is to work with. */
const supportStarts = (text: string, scanned: boolean): number[] => {
  const plain = [...text.matchAll(withWhom)].map((match) => match.index + match[0].length)
  if (plain.length > 0 || !scanned) return plain
  const found = findScanned(scannedText(text), 'phối hợp', 0.78)
  if (found === null) return []
  const rest = text.slice(found.end)
  return [
    found.end +
      (/^\s+(?:v\S{1,2}|c[uù]ng|cing)(?:\s+v\S{1,2})?\s+/u.exec(rest)?.[0].length ??
        /^\s*/u.exec(rest)?.[0].length ??
        0),
  ]
}

const stops = /[.;:()]|\s(?:để|nhằm|trong việc|trong|khi|tại|theo|về)\s/u

const listFrom = (text: string, start: number, scanned: boolean): string => {
  const rest = withoutPersons(text.slice(start, start + longestList), scanned)
  const stop = stops.exec(rest)?.index ?? rest.length
  const near = rest.slice(0, stop)
  const predicate = predicateAt(near, scanned)
  const verb = predicate === -1 ? near.length : predicate
  const names = scanned ? verb : namesEndAt(near)
  return near.slice(0, names < verb && !isRestOfName(near.slice(names, verb)) ? names : verb).replace(/[\s,]+$/u, '')
}

/** After "phối hợp với" a capital begins a name, however damaged. */
const mayName = (list: string, scanned: boolean): boolean =>
  namesAgency(list, scanned) || (scanned && /^\p{Lu}\p{L}/u.test(list))

const helping = /^ph\S{1,2}i\s+h\S{2,3}(?=\s)/iu

/** Who stands first in each later clause of a sentence. */
const laterSubjects = (text: string, scanned: boolean): readonly Subject[] =>
  text
    .split(/;\s+/u)
    .slice(1)
    .flatMap((clause) => directSubject(clause, scanned) ?? [])

/** "…; Công an phường phối hợp xác minh": whoever a later clause names only to help. */
const helpersIn = (text: string, scanned: boolean): readonly string[] =>
  laterSubjects(text, scanned).flatMap(({ agencies, predicate }) => (helping.test(predicate) ? agencies : []))

/** "Phòng Kinh tế chủ trì, Trạm Y tế phối hợp": whoever stands between both words. */
const betweenBoth = /chủ trì[^,;:.]{0,30},\s+([^;:.]+?)\s+phối hợp(?!\s+(?:với|cùng))(?!\p{L})/iu

const besideLead = (text: string): readonly string[] => {
  const list = betweenBoth.exec(text)?.[1] ?? ''
  return list !== '' && namesAgency(list, false) && namesEndAt(list) === list.length ? splitNames(list, false) : []
}

/** A group in a later clause ("…; các phòng cung cấp hồ sơ") makes the work possible, it does not answer for it. */
const isGroup = (name: string): boolean => /^Các\s/iu.test(name)

/** Whom a sentence tells what to do, one clause after the other ("Sở Y tế trực cấp cứu; Công an thành phố phân luồng"). */
export const leadingIn = (text: string, scanned: boolean): readonly string[] => {
  const first = directSubject(text, scanned)
  if (first === null) return []
  const others = laterSubjects(text.normalize('NFC'), scanned).filter(({ predicate }) => !helping.test(predicate))
  return [...first.agencies, ...others.flatMap(({ agencies }) => agencies.filter((name) => !isGroup(name)))]
}

/** With whom a sentence tells somebody to work ("chủ trì, phối hợp với Sở Y tế, Công an thành phố xây dựng …"). */
export const supportIn = (text: string, scanned = false): string[] => {
  const whole = withoutDots(text.normalize('NFC'))
  const beside = supportStarts(whole, scanned).flatMap((start) => {
    const list = listFrom(whole, start, scanned)
    return list !== '' && mayName(list, scanned) ? splitNames(list, scanned) : []
  })
  return [...beside, ...(scanned ? [] : besideLead(whole)), ...helpersIn(whole, scanned)]
}
