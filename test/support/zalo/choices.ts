const numberedLine = /^\s*(\d{1,2})\uFE0F?\u20E3?\s*[.):\-–]?\s+(\S.*?)\s*$/u

/**
 * The labels of the last run of numbered lines that counts up from 1: what can be chosen where there are no buttons.
 * A list of tasks further up is not it.
 */
export const numberedChoices = (text: string): readonly string[] => {
  let run: string[] = []
  for (const line of text.split('\n')) {
    const [, number, label = ''] = numberedLine.exec(line) ?? []
    if (number === '1') run = [label]
    else if (number !== undefined && Number(number) === run.length + 1) run.push(label)
  }
  return run
}
