const numberedLine = /^\s*(\d{1,2})\uFE0F?\u20E3?\s*[.):\-–]?\s+(\S.*?)\s*$/u

/**
 * The labels of the numbered lines, counting up from 1, that end a message: what can be chosen where there are no
 * buttons. One more line, which explains the numbers, may follow. A list of tasks further up is not it.
 */
export const numberedChoices = (text: string): readonly string[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const numbered = lines.map((line) => {
    const [, number = '0', label = ''] = numberedLine.exec(line) ?? []
    return { number: Number(number), label }
  })
  const start = numbered.findLastIndex(({ number }) => number === 1)
  const list = start < 0 ? [] : numbered.slice(start)
  const end = list.findIndex(({ number }, index) => number !== index + 1)
  const isLast = end < 0 || list.length - end <= 1
  return isLast ? list.slice(0, end < 0 ? list.length : end).map(({ label }) => label) : []
}
