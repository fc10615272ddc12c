// Before Unicode, Vietnamese fonts drew their letters in the places of others. A PDF made with one holds the letters of
// those places, and the font's name says which letters were meant. Sources: TCVN 5712:1993 (TCVN3, fonts ".Vn…"), and the
// table of the VNI fonts ("VNI-…"), where a mark follows its letter.

/** TCVN3 in its own order: each letter, and the place it was drawn in. */
const tcvn3 =
  'àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ® èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\u00AD ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§'

const fromTcvn3 = new Map(tcvn3.split(' ').map((pair) => [pair.charAt(1), pair.charAt(0)]))

const grave = '\u0300'
const acute = '\u0301'
const hook = '\u0309'
const tilde = '\u0303'
const dot = '\u0323'
const circumflex = '\u0302'
const breve = '\u0306'

/** What a sign after a letter means in VNI; after a capital the sign is a capital too. */
const vniMarks = new Map([
  ['ø', grave],
  ['ù', acute],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
  ['â', circumflex],
  ['à', circumflex + grave],
  ['á', circumflex + acute],
  ['å', circumflex + hook],
  ['ã', circumflex + tilde],
  ['ä', circumflex + dot],
  ['ê', breve],
  ['è', breve + grave],
  ['é', breve + acute],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
])

/** Letters that VNI draws whole. */
const vniLetters = new Map(Object.entries({ ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ì: 'ì', í: 'í' }))

const withCase = (model: string, letter: string): string =>
  model === model.toLowerCase() ? letter : letter.toUpperCase()

const fromVniLetter = (letter: string): string => {
  const meant = vniLetters.get(letter.toLowerCase())
  return meant === undefined ? letter : withCase(letter, meant)
}

const vniSyllable = /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ñôöæóòî]/giu

const fromVni = (text: string): string =>
  text.replace(vniSyllable, (whole, letter?: string, mark?: string) =>
    letter === undefined || mark === undefined
      ? fromVniLetter(whole)
      : (fromVniLetter(letter) + (vniMarks.get(mark.toLowerCase()) ?? mark)).normalize('NFC'),
  )

/** Text drawn with this font, in Unicode. Only fonts whose names tell an old encoding change anything. */
export const inUnicode = (text: string, fontName: string): string => {
  if (/(?:^|\+)VNI-/u.test(fontName)) return fromVni(text)
  if (!/(?:^|\+)\.?Vn[A-Z]/u.test(fontName)) return text.replaceAll('\u00AD', '-')
  const letters = Array.from(text, (letter) => fromTcvn3.get(letter) ?? letter).join('')
  // Fonts whose names end in H draw capitals in the places of small letters.
  return /^(?:[A-Z]{6}\+)?\.?Vn[A-Za-z ]*H(?:[-,].*)?$/u.test(fontName) ? letters.toUpperCase() : letters
}
