/** Where a code stands in the outline: letters over roman figures over "1" over "1.1"; what has no number is a heading. */
const depthOf = (code: string | null): number => {
  if (code === null) return 0
  if (/^\d/.test(code)) return 2 + code.split('.').length
  if (/^[IVX]+$/u.test(code)) return 2
  return /^\p{Lu}$/u.test(code) ? 1 : 10
}

/** Whether one code is above another: "1.2" above "1.2.3", "II" above "5"; figures only by what they begin with. */
export const isAbove = (above: string | null, code: string | null): boolean => {
  if (depthOf(above) >= depthOf(code)) return false
  const figures = above !== null && code !== null && /^\d/.test(above) && /^\d/.test(code)
  return !figures || code.startsWith(`${above}.`)
}

/** Gives each code its own: where numbering starts again in every section, the section's number goes before it. */
export const uniqueCodes = (codes: readonly { readonly code: string; readonly section: string | null }[]): string[] => {
  const counts = new Map<string, number>()
  for (const { code } of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const taken = new Set<string>()
  return codes.map(({ code, section }) => {
    const full =
      (counts.get(code) ?? 0) > 1 && section !== null && !code.startsWith(section) ? `${section}.${code}` : code
    let unique = full
    for (let again = 2; taken.has(unique); again += 1) unique = `${full}-${again}`
    taken.add(unique)
    return unique
  })
}
