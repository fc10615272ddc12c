/** A plane's mapping as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The mapping that does `inner` first and `outer` after it. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const mapped = (matrix: Matrix, x: number, y: number): { readonly x: number; readonly y: number } => ({
  x: matrix[0] * x + matrix[2] * y + matrix[4],
  y: matrix[1] * x + matrix[3] * y + matrix[5],
})

/** Numbers from what an operator carries, however it packs them. */
export const numbersIn = (args: unknown): number[] => {
  if (ArrayBuffer.isView(args) && !(args instanceof DataView)) return Array.from(args as Float32Array)
  if (!Array.isArray(args)) return []
  return args.flatMap((value: unknown) => (typeof value === 'number' ? [value] : numbersIn(value)))
}

/** Six numbers as a mapping; the one that changes nothing when they are not six. */
export const matrixOf = (args: unknown): Matrix => {
  const [a, b, c, d, e, f] = numbersIn(args)
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined
    ? identity
    : [a, b, c, d, e, f]
}
