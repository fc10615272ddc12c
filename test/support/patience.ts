/** How long something that must come may take on a machine that others use too, in ms; it mostly comes at once. */
export const patienceMs = 20_000
