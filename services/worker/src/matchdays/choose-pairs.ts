import type { AgreedPair, PlanBasis, UnplacedPair } from '@enlace/database'
import { absenceMalus, slotsOf, usualFloor, type MatchdayParticipantId } from '@enlace/domain'
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

/** What of the floor a participant can be given at all: hosts are promised nothing, nobody more than it agreed to. */
export const floorOf = (
  { content }: PlanBasis,
  side: PlanBasis['participants'][number]['side'],
  agreed: number,
): number => (side === 'host' ? 0 : Math.min(content.leastMeetings ?? usualFloor, agreed))

/** Whom a matchday brings together, as the selection's model has it; of those that stay where they are only what they leave. */
function questionOf(basis: PlanBasis, free: readonly AgreedPair[]): SelectionQuestion {
  const { content, participants, interpreters, kept } = basis
  const slots = (slotsOf(content) ?? []).map((_, slot) => slot)
  const at = new Map<MatchdayParticipantId, number>(participants.map(({ id }, index) => [id, index]))
  const agreed = agreedOf(basis)
  const held = new Map<MatchdayParticipantId, number[]>()
  for (const { hostId, visitorId, slot } of kept)
    for (const id of [hostId, visitorId]) held.set(id, [...(held.get(id) ?? []), slot])
  // Who said nothing about languages is taken to get by with everybody.
  const all = ['any', ...new Set(participants.flatMap(({ languages }) => languages))]
  const absences = new Map(participants.map((one) => [one.id, one.absences]))
  const malus = (id: MatchdayParticipantId): number => absenceMalus(absences.get(id) ?? 0)
  return {
    participants: participants.map(({ id, side, away, languages }) => {
      const taken = held.get(id) ?? []
      return {
        ...{ side, type: side, languages: languages.length === 0 ? all : languages, quotas: [] },
        standing: side === 'host' ? 'buyer' : 'small',
        slots: slots.filter((slot) => !away.includes(slot) && !taken.includes(slot)),
        atLeast: Math.max(0, floorOf(basis, side, agreed.get(id) ?? 0) - taken.length),
        atMost: Math.max(0, content.mostMeetings - taken.length),
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
    ...{ neverWith: [], slots: slots.length, places: content.places.length },
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
