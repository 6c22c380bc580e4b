import type { PlanBasis } from '@enlace/database'
import { assumedContent, assumedShut, type PlanAssumptions } from '@enlace/domain'

/** What a plan is made from, as its assumptions have it: who is absent is not there, in a session that is not held nobody is. */
export function assume(asked: PlanBasis, assumed: PlanAssumptions = asked.assumed): PlanBasis {
  const content = assumedContent(asked.content, assumed)
  const shut = assumedShut(asked.content, assumed)
  const participants = asked.participants
    .filter(({ id }) => !assumed.absent.includes(id))
    .map((one) => (shut.length === 0 ? one : { ...one, away: [...new Set([...one.away, ...shut])] }))
  const away = new Map(participants.map((one) => [one.id, one.away]))
  const places = new Set(content.places.map(({ key }) => key))
  return {
    ...asked,
    ...{ content, assumed, participants },
    pairs: asked.pairs.filter(({ hostId, visitorId }) => away.has(hostId) && away.has(visitorId)),
    // What cannot stay under these assumptions, or since somebody said that they do not come then, moves like the others.
    kept: asked.kept.filter(
      ({ hostId, visitorId, slot, place }) =>
        places.has(place) && [hostId, visitorId].every((id) => away.get(id)?.includes(slot) === false),
    ),
  }
}
