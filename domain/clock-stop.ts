/** A time in which the clock did not run. */
export interface ClockStop {
  readonly from: Date
  readonly until: Date
}

/**
 * Whether the clock had stopped, from when it was last seen running until now. A clock that was set back is no stop,
 * and neither is the first time ever.
 */
export const findClockStop = (lastSeen: Date | null, now: Date, alarmMinutes: number): ClockStop | null => {
  if (lastSeen === null || now.getTime() - lastSeen.getTime() < alarmMinutes * 60_000) return null
  return { from: lastSeen, until: now }
}
