import type { Candidate, SelectionQuestion } from './question.ts'
import { weightOf } from './weight.ts'

export type Bar = 'no-thanks' | 'never-with' | 'no-common-slot' | 'no-common-language'

/** What a candidate needs to meet: nothing, or interpreters by their index; or why it cannot. */
export type Way = { readonly bar: Bar } | { readonly bar: null; readonly interpreters: number | null }

const barred = (bar: Bar): Way => ({ bar })

/** Tells of each candidate whether it can meet, and whether it takes interpreters. */
export function waysOf(question: SelectionQuestion): (candidate: Candidate) => Way {
  const { participants, neverWith, interpreters } = question
  const slots = participants.map((one) => new Set(one.slots))
  const languages = participants.map((one) => new Set(one.languages))
  const walls = new Set(neverWith.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const overlap = (sets: readonly ReadonlySet<unknown>[], { host, visitor }: Candidate): boolean =>
    [...(sets[host] ?? [])].some((one) => sets[visitor]?.has(one))
  return (candidate) => {
    const { host, visitor } = candidate
    if (weightOf(candidate) === null) return barred('no-thanks')
    if (walls.has(`${host} ${visitor}`)) return barred('never-with')
    if (!overlap(slots, candidate)) return barred('no-common-slot')
    if (overlap(languages, candidate)) return { bar: null, interpreters: null }
    const speaks = (who: number, language: string): boolean => languages[who]?.has(language) ?? false
    const found = interpreters.findIndex(
      ({ languages: [a, b] }) => (speaks(host, a) && speaks(visitor, b)) || (speaks(host, b) && speaks(visitor, a)),
    )
    return found === -1 ? barred('no-common-language') : { bar: null, interpreters: found }
  }
}
