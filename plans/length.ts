/** No plan has as many lines, paragraphs and rows together: what does is a table of something else. */
export const maxLines = 40_000
