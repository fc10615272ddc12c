/** What stands before an item: "1.", "1.2.", "IV.", "a)", "(1)", "-", "+", "•", "Điều 3." */
const marker =
  /^(?:(?:\d{1,2}\.){1,5}(?:\d{1,2})?(?=\s|\p{Lu})|\d{1,2}[).](?=\s|\p{Lu})|\d{1,2}(?:\.\d{1,2}){1,4}(?=\s+\p{Lu})|[IVX]{1,5}[.)](?=\s|\p{Lu})|[a-zđ]{1,2}\)|[a-zđA-ZĐ]\.(?=\s)|\(\d{1,2}\)|[-–—+•●*·o](?=\s)|[-+•●](?=\p{Lu})|Điều\s\d+[.:])/u

/** Whether a line begins an item of a list, or a numbered heading. */
export const hasMarker = (text: string): boolean => marker.test(text)

/** The marker alone, with the space after it; '' when there is none. */
export const markerOf = (text: string): string => marker.exec(text)?.[0] ?? ''
