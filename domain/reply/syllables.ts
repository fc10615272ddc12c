import { stripMarks } from '../fold.ts'

const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])'
const rime =
  '(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|ch|m|n|ng|nh|o|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u|ec|em|en|eng|ep|et|eu)?|' +
  'o(?:a|ac|ach|ai|an|ang|anh|ao|at|ay|c|e|en|eo|et|i|m|n|ng|p|t)?|u(?:a|an|ang|at|ay|c|e|ech|en|enh|i|m|n|ng|o|oc|oi|om|on|ong|op|ot|ou|p|t|u|y|ya|ych|yen|yet|ynh|yt|yu)?|y(?:em|en|et|eu)?)'
const syllable = new RegExp(`^${onset}?${rime}0?$`, 'u')

/** "TTHC", "PCCC": no vowel and too long for a short spelling of "không" or "chưa". */
const initials = /^(?:[bcdghklmnpqrstvx]{4,8}|[bdglmnpqrstv][bcdghklmnpqrstvx]{1,2})$/u

/** "T5", "cn": days of the week; "mục b". */
const short = /^(?:t[2-7]|cn|[b-d]|\d[a-z])$/u

/** Taken over from other languages. */
const borrowed =
  /^(?:wifi|camera|video|clip|zalo|e?mail|links?|files?|app|web|website|server|online|pano|fanpage|facebook|logo|test|excel|word|pdf|scan|up|upload|post|share|deadline|check|demo|data|internet|laptop|ipad|tivi|kiosk|robot|chatbot|dashboard|code|drive|photo|copy|in|print|flash|offline|livestream|podcast|banner|standee|slide|powerpoint|form|google|token|ok|oke)$/u

/** Whether a word without diacritics is one that Vietnamese could have, or initials: neither a slip nor another language. */
export const isSyllable = (word: string): boolean =>
  syllable.test(stripMarks(word)) || initials.test(word) || short.test(word) || borrowed.test(word)
