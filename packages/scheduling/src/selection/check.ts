import type { Bottleneck, Weighed } from './bottleneck.ts'
import type { Candidate, Limit, SelectionQuestion } from './question.ts'
import type { Selection } from './select.ts'

export type Fault =
  | { readonly fault: 'may-not-meet' | 'twice'; readonly candidate: number }
  | { readonly fault: 'too-many' | 'missing-not-told'; readonly limit: Limit }
  | { readonly fault: 'bottleneck-proves-nothing'; readonly bottleneck: number }
  | { readonly fault: 'shortfall-not-proved'; readonly missing: number; readonly proved: number }

/**
 * Checks a selection against its question without anything of the solver: who may meet, every limit, every floor, and
 * the proof that no selection could have missed fewer. Written apart, so that a mistake would have to be made twice.
 */
export function faultsOf(question: SelectionQuestion, selection: Selection): Fault[] {
  const { candidates } = question
  const faults: Fault[] = []
  if (new Set(selection.chosen).size < selection.chosen.length)
    faults.push({ fault: 'twice', candidate: selection.chosen.find((one, at, all) => all.indexOf(one) < at) ?? -1 })
  const meets = new Set(selection.chosen)
  for (const at of meets) {
    const candidate = candidates[at]
    if (candidate === undefined || !mayMeet(question, candidate)) faults.push({ fault: 'may-not-meet', candidate: at })
  }
  const met = [...meets].flatMap((at) => candidates[at] ?? [])
  let missing = 0
  for (const limit of limitsOf(question)) {
    const count = met.filter(countsUnder(question, limit)).length
    if (count > roomOf(question, limit)) faults.push({ fault: 'too-many', limit })
    const short = Math.max(0, floorOf(question, limit) - count)
    missing += short
    const told = selection.missing.find((one) => keyOf(one.limit) === keyOf(limit))?.short ?? 0
    if (told !== short) faults.push({ fault: 'missing-not-told', limit })
  }
  const proofs = selection.bottlenecks.map((one) => provedShort(question, one))
  for (const [bottleneck, proof] of proofs.entries())
    if (proof <= 0) faults.push({ fault: 'bottleneck-proves-nothing', bottleneck })
  const proved = overlap(selection.bottlenecks) ? 0 : proofs.reduce((sum, short) => sum + short, 0)
  if (Math.abs(proved - missing) > 1e-6) faults.push({ fault: 'shortfall-not-proved', missing, proved })
  return faults
}

/**
 * How many meetings the floors of a bottleneck miss in any selection: what they ask for, less the room of the limits
 * they share, less each candidate as often as it counts under the floors beyond those limits.
 */
function provedShort(question: SelectionQuestion, { floors, shared }: Bottleneck): number {
  if (floors.some(({ times }) => times > 1) || [...floors, ...shared].some(({ times }) => times < 0)) return 0
  const total = (all: readonly Weighed[], of: (limit: Limit) => number): number =>
    all.reduce((sum, { limit, times }) => sum + times * of(limit), 0)
  const count = (all: readonly Weighed[]): ((candidate: Candidate) => number) => {
    const tests = all.map(({ limit, times }) => ({ times, counts: countsUnder(question, limit) }))
    return (candidate) => tests.reduce((sum, { times, counts }) => sum + (counts(candidate) ? times : 0), 0)
  }
  const [underFloors, underShared] = [count(floors), count(shared)]
  const free = question.candidates
    .filter((candidate) => mayMeet(question, candidate))
    .reduce((sum, candidate) => sum + Math.max(0, underFloors(candidate) - underShared(candidate)), 0)
  return total(floors, (limit) => floorOf(question, limit)) - total(shared, (limit) => roomOf(question, limit)) - free
}

/** Whether two proofs count the same floor, so that their sum would prove nothing. */
function overlap(bottlenecks: readonly Bottleneck[]): boolean {
  const keys = bottlenecks.flatMap(({ floors }) => floors.map(({ limit }) => keyOf(limit)))
  return new Set(keys).size < keys.length
}

const keyOf = (limit: Limit): string => JSON.stringify(Object.entries(limit).toSorted(([a], [b]) => a.localeCompare(b)))

function limitsOf({ participants, interpreters }: SelectionQuestion): Limit[] {
  return [
    ...participants.map((_, participant) => ({ of: 'participant', participant }) as const),
    ...participants.flatMap(({ quotas }, participant) =>
      quotas.map(({ type }) => ({ of: 'quota', participant, type }) as const),
    ),
    ...interpreters.map((_, at) => ({ of: 'interpreters', interpreters: at }) as const),
    { of: 'rooms' },
  ]
}

function quotaOf({ participants }: SelectionQuestion, limit: Limit & { of: 'quota' }) {
  return participants[limit.participant]?.quotas.find(({ type }) => type === limit.type)
}

function roomOf(question: SelectionQuestion, limit: Limit): number {
  if (limit.of === 'rooms') return question.slots * question.places
  if (limit.of === 'interpreters') return question.interpreters[limit.interpreters]?.meetings ?? 0
  if (limit.of === 'quota') return quotaOf(question, limit)?.atMost ?? 0
  const one = question.participants[limit.participant]
  return one === undefined ? 0 : Math.min(one.atMost, one.slots.length)
}

function floorOf(question: SelectionQuestion, limit: Limit): number {
  if (limit.of === 'quota') return quotaOf(question, limit)?.atLeast ?? 0
  return limit.of === 'participant' ? (question.participants[limit.participant]?.atLeast ?? 0) : 0
}

function countsUnder(question: SelectionQuestion, limit: Limit): (candidate: Candidate) => boolean {
  if (limit.of === 'rooms') return () => true
  if (limit.of === 'interpreters') return (candidate) => interpreterFor(question, candidate) === limit.interpreters
  const { participant } = limit
  if (limit.of === 'participant') return ({ host, visitor }) => host === participant || visitor === participant
  return ({ host, visitor }) => {
    const partner = host === participant ? visitor : host
    return (host === participant || visitor === participant) && question.participants[partner]?.type === limit.type
  }
}

/** The interpreters a pair takes; null if it shares a language, -1 if nobody can interpret. */
function interpreterFor(
  { participants, interpreters }: SelectionQuestion,
  { host, visitor }: Candidate,
): number | null {
  const [theirs, ours] = [participants[host]?.languages ?? [], participants[visitor]?.languages ?? []]
  if (theirs.some((language) => ours.includes(language))) return null
  return interpreters.findIndex(({ languages: [one, other] }) =>
    [
      [one, other],
      [other, one],
    ].some(([a = '', b = '']) => theirs.includes(a) && ours.includes(b)),
  )
}

function mayMeet(question: SelectionQuestion, candidate: Candidate): boolean {
  const { host, visitor, hostWish, visitorWish } = candidate
  const [a, b] = [question.participants[host], question.participants[visitor]]
  if (a === undefined || b === undefined) return false
  if (hostWish === 'no-thanks' || visitorWish === 'no-thanks') return false
  if (question.neverWith.some((wall) => wall.includes(host) && wall.includes(visitor))) return false
  return a.slots.some((slot) => b.slots.includes(slot)) && interpreterFor(question, candidate) !== -1
}
