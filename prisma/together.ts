import { setImmediate as endOfTurn } from 'node:timers/promises'

interface Asked<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/**
 * One statement for all that ask at the same moment, and while one is under way for all that ask meanwhile: nobody is
 * kept waiting in order to gather more. `run` answers in the order of its items. What fails together is tried one by
 * one, so that each answers for itself only.
 */
export const createTogether = <Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): ((item: Item) => Promise<Result>) => {
  const waiting: Asked<Item, Result>[] = []
  let running = false

  const goOn = async (): Promise<void> => {
    running = true
    do {
      // Whoever asks before anything else happens asks at the same moment.
      await Promise.resolve()
      await answer(run, waiting.splice(0, mostTogether))
      // An embedded database blocks everything while it works: what arrived meanwhile is heard before the next statement.
      await endOfTurn()
    } while (waiting.length > 0)
    running = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) void goOn()
    })
}

/** More than these would keep others waiting for their statement. */
const mostTogether = 200

const answer = async <Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  asked: readonly Asked<Item, Result>[],
): Promise<void> => {
  try {
    const results = await run(asked.map(({ item }) => item))
    if (results.length !== asked.length) throw new Error('not everybody was answered')
    for (const [index, { resolve }] of asked.entries()) resolve(results[index] as Result)
  } catch (error) {
    if (asked.length === 1) asked[0]?.reject(error)
    else await Promise.all(asked.map((one) => answer(run, [one])))
  }
}
