import { Parser } from 'htmlparser2'

export type Attributes = Readonly<Record<string, string>>

/** What is told of an office file's XML: names with the prefixes that its own standard prints, whatever the file says. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text?(data: string): void
}

/** Namespaces by the end of their address, which is the same in the transitional and the strict form of the standard. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml(?:\/2006)?\/main$/u, 'w:'],
  [/markup-compatibility\/2006$/u, 'mc:'],
  [/officeDocument(?:\/2006)?\/math$/u, 'm:'],
  [/spreadsheetml(?:\/2006)?\/main$/u, ''],
  [/drawingml(?:\/2006)?\/main$/u, 'a:'],
  [/:vml$/u, 'v:'],
]

const standardPrefix = (address: string): string | undefined => prefixes.find(([end]) => end.test(address))?.[1]

/** Learns a file's own prefixes from where it declares them. */
const createNames = () => {
  const own = new Map<string, string>()
  const known = new Map<string, string>()
  const learn = (attributes: Attributes): void => {
    for (const [name, address] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) continue
      const standard = standardPrefix(address)
      if (standard === undefined) continue
      own.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), standard)
      known.clear()
    }
  }
  const standardName = (name: string): string => {
    const before = known.get(name)
    if (before !== undefined) return before
    const colon = name.indexOf(':')
    const prefix = own.get(name.slice(0, Math.max(colon, 0)))
    const standard = prefix === undefined ? name : prefix + name.slice(colon + 1)
    known.set(name, standard)
    return standard
  }
  return { learn, standardName }
}

/** Takes XML piece by piece as it is unpacked. */
export interface XmlWalk {
  write(piece: string): void
  end(): void
}

/** Follows XML. Entities that it declares itself are not replaced, and nothing is fetched. */
export const startXmlWalk = (listener: XmlListener): XmlWalk => {
  const { learn, standardName } = createNames()
  const standardAttributes = (attributes: Attributes): Attributes => {
    const entries = Object.entries(attributes)
    return entries.some(([name]) => name.includes(':'))
      ? Object.fromEntries(entries.map(([name, value]) => [name.includes(':') ? standardName(name) : name, value]))
      : attributes
  }
  return new Parser(
    {
      onopentag: (name, attributes) => {
        learn(attributes)
        listener.open(standardName(name), standardAttributes(attributes))
      },
      onclosetag: (name) => listener.close(standardName(name)),
      ontext: (data) => listener.text?.(data),
    },
    { xmlMode: true },
  )
}

/** The same from its start to its end. */
export const walkXml = (xml: string, listener: XmlListener): void => {
  const walk = startXmlWalk(listener)
  walk.write(xml)
  walk.end()
}

/** Whether a property is set: it is unless its value says no. */
export const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off|none)$/u.test(attributes['w:val'] ?? '')

export const wholeNumber = (value: string | undefined): number | null => {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) ? number : null
}
