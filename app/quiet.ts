interface Working {
  readonly handling: { quiet(): Promise<void> }
  readonly courier: { quiet(): Promise<void> }
  readonly countOpen: () => Promise<number>
}

const quietWithinMs = 120_000

/** What was woken may wake more: quiet is when the queue is empty and nothing was in hand after that. */
export const untilQuiet = async (
  { handling, courier, countOpen }: Working,
  recover: () => Promise<void>,
): Promise<void> => {
  const until = performance.now() + quietWithinMs
  do {
    await recover()
    await handling.quiet()
    await courier.quiet()
    if (performance.now() > until) throw new Error('the program does not come to rest')
  } while ((await countOpen()) > 0)
  await handling.quiet()
  await courier.quiet()
}
