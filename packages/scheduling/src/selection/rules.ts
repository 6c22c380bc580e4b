import { waysOf, type Bar } from './barred.ts'
import type { SelectionParticipant, Limit, SelectionQuestion } from './question.ts'
import { firstMeetings, weightOf } from './weight.ts'

/** A limit with what each further meeting under it is worth beyond the pair. */
export type Rule = {
  readonly limit: Limit
  readonly atLeast: number
  readonly atMost: number
  /** What the first meetings are worth, falling; those after them are worth nothing. */
  readonly firsts: readonly number[]
}

/** A candidate that can meet, with the rules it counts under. */
export type Pair = { readonly candidate: number; readonly weight: number; readonly rules: readonly number[] }

/** A question as the program sees it: pairs, and rules over sets of them. Caps, quotas and budgets are all rules. */
export type RuledPairs = {
  readonly pairs: readonly Pair[]
  readonly rules: readonly Rule[]
  readonly barred: ReadonlyMap<number, Bar>
}

const quotaKey = (participant: number, type: string): string => `${participant} ${type}`

/** The most meetings an participant can have: what it wants, and what it has slots for. */
const mostOf = ({ atMost, slots }: SelectionParticipant): number => Math.min(atMost, slots.length)

/** Reads a question into pairs and the rules they count under. */
export function ruledPairsOf(question: SelectionQuestion): RuledPairs {
  const { participants, candidates, interpreters, slots, places } = question
  const rules: Rule[] = participants.map((one, participant) => ({
    limit: { of: 'participant', participant },
    atLeast: one.atLeast,
    atMost: mostOf(one),
    firsts: firstMeetings[one.standing],
  }))
  const add = (limit: Limit, atLeast: number, atMost: number): number =>
    rules.push({ limit, atLeast, atMost, firsts: [] }) - 1
  const quotas = new Map(
    participants.flatMap((one, participant) =>
      one.quotas.map(({ type, atLeast, atMost }) => [
        quotaKey(participant, type),
        add({ of: 'quota', participant, type }, atLeast, atMost),
      ]),
    ),
  )
  const budgets = interpreters.map(({ meetings }, at) => add({ of: 'interpreters', interpreters: at }, 0, meetings))
  const rooms = add({ of: 'rooms' }, 0, slots * places)
  const quota = (participant: number, partner: number): number | undefined =>
    quotas.get(quotaKey(participant, participants[partner]?.type ?? ''))
  const pairs: Pair[] = []
  const barred = new Map<number, Bar>()
  const wayOf = waysOf(question)
  for (const [at, candidate] of candidates.entries()) {
    const { host, visitor } = candidate
    const way = wayOf(candidate)
    if (way.bar !== null) {
      barred.set(at, way.bar)
      continue
    }
    const under = [host, visitor, quota(host, visitor), quota(visitor, host), budgets[way.interpreters ?? -1], rooms]
    pairs.push({
      candidate: at,
      weight: weightOf(candidate) ?? 0,
      rules: under.filter((rule) => rule !== undefined),
    })
  }
  return { pairs, rules, barred }
}
