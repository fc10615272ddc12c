import { stripMarks } from '../../../domain/fold.ts'

/** What scans make of letters with marks; gathered from scanned plans. */
const confused: readonly [letters: string, seenAs: readonly string[]][] = [
  ['ếềểễệêéèẹẻẽ', ['e', 'é', '€', 'ê']],
  ['ấầẩẫậâ', ['a', 'd', 'é', 'â']],
  ['ắằẳẵặă', ['a', 'i', 'd', 'ă']],
  ['áàảãạ', ['a', 'd', 'á']],
  ['ốồổỗộô', ['o', 'd', '6', 'b', 'é']],
  ['ớờởỡợơ', ['o', 'd', 'é', "o'"]],
  ['óòỏõọ', ['o', '6']],
  ['ứừửữựư', ['u', 'w', 'ir', 'ur', 'ú']],
  ['úùủũụ', ['u', 'ú']],
  ['íìỉĩị', ['i', 'í']],
  ['ýỳỷỹỵ', ['y', 'ý', '¥']],
  ['đ', ['d']],
]
const figures: readonly [letters: string, seenAs: readonly string[]][] = [
  ['0', ['O', 'o', '0']],
  ['1', ['l', 'I', '1']],
]

const seenAs = new Map(
  [...confused, ...figures].flatMap(([letters, seen]) => Array.from(letters, (letter) => [letter, seen])),
)

/**
 * A text as a scan might show it. `choices` says for each letter that can be damaged whether it is, and how
 * (0 leaves it without its marks); it is gone round again when it is short.
 */
export const damaged = (text: string, choices: readonly number[]): string => {
  let place = 0
  return Array.from(text.normalize('NFC'), (letter) => {
    const seen = seenAs.get(letter.toLowerCase())
    if (seen === undefined) return letter
    const choice = choices[place % choices.length] ?? 0
    place += 1
    return choice === 0 ? stripMarks(letter) : (seen[choice % seen.length] ?? letter)
  }).join('')
}
