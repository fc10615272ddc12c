import fc from 'fast-check'

/**
 * How often and from where properties are tried. On a gate that stands between people and a landing the seed is fixed:
 * what turns it red is then a change, not chance. Everywhere else each run looks at other values, and
 * `PROPERTY_RUNS=5000 npm test` looks at many more.
 */
const runs = process.env['PROPERTY_RUNS']
fc.configureGlobal({
  ...(process.env['CI'] === undefined ? {} : { seed: 20_250_701 }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
})
