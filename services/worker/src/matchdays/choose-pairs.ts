import type { PlanBasis, UnplacedPair } from '@enlace/database'
import { absenceMalus, slotsOf, type MatchdayParticipantId } from '@enlace/domain'
import { select, type SelectionQuestion } from '@enlace/scheduling'

import { poolsOf } from './interpreters.ts'

/** Of all that agreed no pair is a better match than another; what they said of each other weighs. */
const evenScore = 0.5

/** Whom a matchday brings together, as the selection's model has it: every visitor that agreed with somebody is to meet one. */
function questionOf({ content, participants, pairs, interpreters }: PlanBasis): SelectionQuestion {
  const slots = (slotsOf(content) ?? []).map((_, slot) => slot)
  const at = new Map<MatchdayParticipantId, number>(participants.map(({ id }, index) => [id, index]))
  const agreed = new Set(pairs.flatMap(({ visitorId }) => visitorId))
  // Who said nothing about languages is taken to get by with everybody.
  const all = ['any', ...new Set(participants.flatMap(({ languages }) => languages))]
  const absences = new Map(participants.map((one) => [one.id, one.absences]))
  const malus = (id: MatchdayParticipantId): number => absenceMalus(absences.get(id) ?? 0)
  return {
    participants: participants.map(({ id, side, away, languages }) => ({
      ...{ side, type: side, languages: languages.length === 0 ? all : languages, quotas: [] },
      standing: side === 'host' ? 'buyer' : 'small',
      slots: slots.filter((slot) => !away.includes(slot)),
      atLeast: agreed.has(id) ? 1 : 0,
      atMost: content.mostMeetings,
    })),
    candidates: pairs.map(({ hostId, visitorId, hostWish, visitorWish }) => ({
      ...{ host: at.get(hostId) ?? -1, visitor: at.get(visitorId) ?? -1, hostWish, visitorWish },
      ...{ score: evenScore - malus(hostId) - malus(visitorId), metBefore: false },
    })),
    interpreters: poolsOf({ interpreters }, slots.length).map(({ languages, capacity }) => ({
      languages,
      meetings: capacity.reduce((sum, count) => sum + count, 0),
    })),
    ...{ neverWith: [], slots: slots.length, places: content.places.length },
  }
}

/**
 * Chooses which of the pairs that agreed meet where not all can: nobody is left without a meeting that need not be, then
 * those who must. The others are told as beyond what the firms, or the rooms, have time for.
 */
export async function choosePairs(
  asked: PlanBasis,
): Promise<{ readonly basis: PlanBasis; readonly over: UnplacedPair[] }> {
  const { chosen, barred } = await select(questionOf(asked))
  const meets = new Set(chosen)
  const over = asked.pairs.flatMap(({ hostId, visitorId }, at) =>
    meets.has(at) ? [] : [{ hostId, visitorId, cause: barred.get(at) ?? 'chosen' }],
  )
  return { basis: { ...asked, pairs: asked.pairs.filter((_, at) => meets.has(at)) }, over }
}
