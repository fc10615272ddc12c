// Loaded before the program (--import): its clock is another than the machine's. CLOCK_SHIFT moves it by so many
// milliseconds. CLOCK_HELD has it stand at a moment until the program says that it runs, and go on from there: however
// long starting takes, what the clock does next is as far away.

const MachineDate = Date
const held = process.env['CLOCK_HELD']
const shift = Number(process.env['CLOCK_SHIFT'] ?? 0)
let wentOnMs: number | null = null

const shown = (): number => {
  if (held === undefined) return MachineDate.now() + shift
  return Number(held) + (wentOnMs === null ? 0 : Math.floor(performance.now() - wentOnMs))
}

globalThis.Date = new Proxy(MachineDate, {
  construct: (target, given: readonly unknown[], made) =>
    Reflect.construct(target, given.length === 0 ? [shown()] : given, made) as Date,
  apply: () => new MachineDate(shown()).toString(),
  get: (target, key) => (key === 'now' ? shown : (Reflect.get(target, key) as unknown)),
})

// By then the clock's tasks have been planned: what they wait for is as long as it says.
const ready = 'Đôn Đốc: http'
const { stdout } = process
const write = stdout.write.bind(stdout)
stdout.write = ((...given: Parameters<typeof write>) => {
  if (String(given[0]).includes(ready)) wentOnMs ??= performance.now()
  return write(...given)
}) as typeof stdout.write
