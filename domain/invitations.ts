import { fold } from './fold.ts'
import { agencyRoles, type Membership, type Role } from './people.ts'

/** Whom somebody wants to invite, as they wrote it; without a role it has to be asked or assumed. */
export interface InviteWish {
  /** The words that name the agency; '' when there are none. */
  readonly agency: string
  readonly role: Role | null
}

/** What people call the roles, folded, in both languages. */
const roleWords: Record<Role, readonly string[]> = {
  official: ['chuyen vien dau moi', 'chuyen vien', 'can bo dau moi', 'dau moi', 'official'],
  head: ['thu truong don vi', 'thu truong', 'truong phong', 'giam doc', 'head of agency', 'head'],
  leader: ['lanh dao ubnd', 'lanh dao', 'leader'],
  coordinator: ['can bo tong hop', 'tong hop', 'coordinator'],
  admin: ['quan tri vien', 'quan tri', 'administrator', 'admin'],
}

/** Whether a word that came from outside names a role. */
export const isRole = (word: string): word is Role => Object.hasOwn(roleWords, word)

const roles = Object.keys(roleWords).filter(isRole)
const roleByWords = new Map(roles.flatMap((role) => roleWords[role].map((words) => [words, role] as const)))
const longestRole = 4

/** "Sở Nội vụ thủ trưởng" → the agency and the role; "lãnh đạo" of an agency is its head. */
export const readInviteWish = (text: string): InviteWish => {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  for (let count = Math.min(longestRole, words.length); count > 0; count -= 1) {
    const role = roleByWords.get(fold(words.slice(-count).join(' ')))
    if (role === undefined) continue
    const agency = trimmed(words.slice(0, -count).join(' '))
    return { agency, role: role === 'leader' && agency !== '' ? 'head' : role }
  }
  return { agency: trimmed(text), role: null }
}

const trimmed = (text: string): string => text.replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, '')

/** Whether a role is held in one agency rather than in the whole workspace. */
export const isAgencyRole = (role: Role): boolean => agencyRoles.includes(role)

/** Who may give which role: nobody makes somebody mightier than themselves. */
export const mayGive = (memberships: readonly Membership[], role: Role): boolean =>
  memberships.some((own) => own.role === 'admin' || (own.role === 'coordinator' && role !== 'admin'))
