/** What a word is known by among the signs. */
export const signOf = (word: string): string => (/^\d+(?:h\d*)?$/u.test(word) ? 'N' : withoutKeys(word))

/** "Nhes", "hanj", "ddeens": no word is written so, they hold keys of the Telex keyboard that stayed keys. */
export const withoutKeys = (word: string): string =>
  /^[a-z]{3,}$/u.test(word)
    ? word.replace(/([adeio])\1+/gu, '$1').replace(/(?<=[aeiouy][a-z]*)[sfrxjw]$|w/gu, '')
    : word
