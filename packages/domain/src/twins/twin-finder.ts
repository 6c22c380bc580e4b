import { type FirmFacts, type NormalFirm, normalFirm, type TwinLikeness, twinLikeness, twinThreshold } from './twin.ts'

/** A key that more firms share than this tells nobody apart and is not looked under. */
const crowded = 60
/** Letters of a word by which it is met again when its end is written differently. */
const stemLetters = 3
const keyedWords = 4
const endLetters = 7

/** A firm that is probably the same as the one asked about. */
export type Twin = TwinLikeness & { readonly firm: FirmFacts }

/** What a firm is looked for under: two firms without a common key are never compared. */
function keysOf({ facts, words, tax, site, house }: NormalFirm): readonly string[] {
  const stems = [...new Set(words.slice(0, keyedWords).map((word) => word.slice(0, stemLetters)))].toSorted()
  const pairs = stems.flatMap((one, at) => stems.slice(at + 1).map((other) => `pair ${facts.country} ${one} ${other}`))
  return [
    ...(tax === null ? [] : [`tax ${tax}`]),
    ...(site === null ? [] : [`site ${site}`]),
    ...(house === null ? [] : [`mail ${house}`]),
    `name ${facts.country} ${words.toSorted().join(' ')}`,
    `end ${facts.country} ${words.join('').slice(-endLetters)}`,
    ...words.slice(0, keyedWords).map((word) => `word ${facts.country} ${word}`),
    ...pairs,
  ]
}

/** Finds firms that are probably the same among many, comparing only those that share a key. */
export class TwinFinder {
  readonly #firms = new Map<string, NormalFirm[]>()
  /** Pairs compared so far, which is what finding costs. */
  compared = 0

  add(facts: FirmFacts): void {
    const firm = normalFirm(facts)
    for (const key of keysOf(firm)) {
      const held = this.#firms.get(key)
      if (held === undefined) this.#firms.set(key, [firm])
      else if (held.length <= crowded) held.push(firm)
    }
  }

  /** The firms that are probably the same, the surest first. */
  find(facts: FirmFacts): readonly Twin[] {
    const firm = normalFirm(facts)
    const met = new Set<NormalFirm>()
    for (const key of keysOf(firm)) {
      const held = this.#firms.get(key) ?? []
      if (held.length <= crowded) for (const other of held) met.add(other)
    }
    const twins: Twin[] = []
    for (const other of met) {
      if (other.facts.id === facts.id) continue
      this.compared += 1
      const likeness = twinLikeness(firm, other)
      if (likeness.score >= twinThreshold) twins.push({ ...likeness, firm: other.facts })
    }
    return twins.toSorted((a, b) => b.score - a.score || (a.firm.id < b.firm.id ? -1 : 1))
  }
}

export type TwinPair = TwinLikeness & { readonly one: FirmFacts; readonly other: FirmFacts }

/** The pairs among these firms that are probably the same, the surest first, each once. */
export function findTwinPairs(firms: readonly FirmFacts[]): readonly TwinPair[] {
  const finder = new TwinFinder()
  const pairs: TwinPair[] = []
  for (const other of firms) {
    for (const { firm, score, reasons } of finder.find(other)) pairs.push({ one: firm, other, score, reasons })
    finder.add(other)
  }
  return pairs.toSorted((a, b) => b.score - a.score || (a.one.id + a.other.id < b.one.id + b.other.id ? -1 : 1))
}
