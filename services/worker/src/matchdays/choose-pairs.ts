import type { AgreedPair, PlanBasis, UnplacedPair } from '@enlace/database'
import {
  absenceMalus,
  countedAs,
  rulesFor,
  slotsOf,
  type MatchdayParticipantId,
  type PartnerQuota,
} from '@enlace/domain'
import { select, type Selection, type SelectionQuestion } from '@enlace/scheduling'

import { poolsOf } from './interpreters.ts'

/** Of all that agreed no pair is a better match than another; what they said of each other weighs. */
const evenScore = 0.5

export const pairKey = ({ hostId, visitorId }: Pick<AgreedPair, 'hostId' | 'visitorId'>): string =>
  `${hostId} ${visitorId}`
export const isMust = ({ hostWish, visitorWish }: AgreedPair): boolean => [hostWish, visitorWish].includes('must')

/** With how many others each participant agreed. */
export function agreedOf({ pairs }: PlanBasis): ReadonlyMap<MatchdayParticipantId, number> {
  const counts = new Map<MatchdayParticipantId, number>()
  for (const { hostId, visitorId } of pairs)
    for (const id of [hostId, visitorId]) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

type Planned = PlanBasis['participants'][number]
/** What of the floor a participant can be given at all: nobody more than it agreed to. */
export const floorOf = ({ content }: PlanBasis, one: Planned, agreed: number): number =>
  Math.min(rulesFor(content, one).least, agreed)

/** What is left of quotas of whom has met partners of these types. */
const quotasLeft = (quotas: readonly PartnerQuota[], met: readonly string[]): PartnerQuota[] =>
  quotas.map(({ type, atLeast, atMost }) => {
    const count = met.filter((one) => one === type).length
    return { type, atLeast: Math.max(0, atLeast - count), atMost: Math.max(0, atMost - count) }
  })

/** Whom a matchday brings together, as the selection's model has it; of those that stay where they are only what they leave. */
function questionOf(basis: PlanBasis, free: readonly AgreedPair[]): SelectionQuestion {
  const { content, participants, interpreters, kept } = basis
  const slots = (slotsOf(content) ?? []).map((_, slot) => slot)
  const at = new Map<MatchdayParticipantId, number>(participants.map(({ id }, index) => [id, index]))
  const agreed = agreedOf(basis)
  const types = new Map(participants.map((one) => [one.id, countedAs(one)]))
  const held = new Map<MatchdayParticipantId, { slot: number; met: string }[]>()
  for (const { hostId, visitorId, slot } of kept)
    for (const [id, other] of [
      [hostId, visitorId],
      [visitorId, hostId],
    ] as const)
      held.set(id, [...(held.get(id) ?? []), { slot, met: types.get(other) ?? '' }])
  // Who said nothing about languages is taken to get by with everybody.
  const all = ['any', ...new Set(participants.flatMap(({ languages }) => languages))]
  const absences = new Map(participants.map((one) => [one.id, one.absences]))
  const malus = (id: MatchdayParticipantId): number => absenceMalus(absences.get(id) ?? 0)
  return {
    participants: participants.map((one) => {
      const { id, side, away, languages } = one
      const [taken, { most, quotas }] = [held.get(id) ?? [], rulesFor(content, one)]
      const busy = new Set(taken.map(({ slot }) => slot))
      return {
        ...{ side, type: countedAs(one), languages: languages.length === 0 ? all : languages },
        standing: side === 'host' ? 'buyer' : 'small',
        slots: slots.filter((slot) => !away.includes(slot) && !busy.has(slot)),
        atLeast: Math.max(0, floorOf(basis, one, agreed.get(id) ?? 0) - taken.length),
        atMost: Math.max(0, most - taken.length),
        quotas: quotasLeft(
          quotas,
          taken.map(({ met }) => met),
        ),
      }
    }),
    candidates: free.map(({ hostId, visitorId, hostWish, visitorWish, metBefore }) => ({
      ...{ host: at.get(hostId) ?? -1, visitor: at.get(visitorId) ?? -1, hostWish, visitorWish },
      ...{ score: evenScore - malus(hostId) - malus(visitorId), metBefore },
    })),
    interpreters: poolsOf({ interpreters }, slots.length).map(({ languages, capacity }) => ({
      languages,
      meetings: capacity.reduce((sum, count) => sum + count, 0),
    })),
    neverWith: basis.neverWith.map(({ hostId, visitorId }) => [at.get(hostId) ?? -1, at.get(visitorId) ?? -1] as const),
    ...{ slots: slots.length, places: content.places.length },
  }
}

export type Chosen = {
  readonly basis: PlanBasis
  readonly over: UnplacedPair[]
  readonly bottlenecks: Selection['bottlenecks']
}

/**
 * Chooses which of the pairs that agreed meet where not all can: the floors first, then those who must, and those who work
 * together already last. The others are told as beyond what the firms, or the rooms, have time for.
 */
export async function choosePairs(asked: PlanBasis): Promise<Chosen> {
  const stay = new Set(asked.kept.map(pairKey))
  const free = asked.pairs.filter((pair) => !stay.has(pairKey(pair)))
  const { chosen, barred, bottlenecks } = await select(questionOf(asked, free))
  const meets = new Set(chosen)
  const over = free.flatMap((pair, at): UnplacedPair[] => {
    if (meets.has(at)) return []
    const { hostId, visitorId } = pair
    return [{ hostId, visitorId, must: isMust(pair), cause: barred.get(at) ?? 'chosen' }]
  })
  const left = new Set(over.map(pairKey))
  return { basis: { ...asked, pairs: asked.pairs.filter((pair) => !left.has(pairKey(pair))) }, over, bottlenecks }
}
