import type { PlanBasis } from '@enlace/database'
import {
  rulesFor,
  slotsOf,
  type PlanAssumptions,
  type PlanBottleneck,
  type PlanRemedy,
  type PlanShortage,
  type ShortOf,
} from '@enlace/domain'
import type { Bottleneck, Limit } from '@enlace/scheduling'

import { agreedOf } from './choose-pairs.ts'
import { makePlan, type Made } from './make-plan.ts'

/** How long each remedy is tried, in ms; it need only place as many, not as well. */
const trialMs = 250
const mostListed = 8

/** Why a plan leaves something out, or null where it leaves out nothing. */
export async function explainShortage(asked: PlanBasis, made: Made): Promise<PlanShortage | null> {
  const { basis, missing, bottlenecks, meetings } = made
  const agreed = agreedOf(basis)
  const unasked = basis.participants.flatMap((one) => {
    const count = agreed.get(one.id) ?? 0
    return count < rulesFor(basis.content, one).least ? [{ participantId: one.id, agreed: count }] : []
  })
  if (made.unplaced.length === 0 && unasked.length === 0) return null
  const full = basis.participants.flatMap((one) => {
    const [count, room] = [agreed.get(one.id) ?? 0, roomOf(basis, one)]
    return count > room ? [{ participantId: one.id, agreed: count, room }] : []
  })
  return {
    ...{ missing, unasked },
    bottlenecks: bottlenecks.flatMap((one) => readBottleneck(basis, one)),
    full: full.toSorted((a, b) => b.agreed - b.room - (a.agreed - a.room)).slice(0, mostListed),
    tablesFull: meetings.length >= seatsOf(basis),
    remedies: made.unplaced.length === 0 ? [] : await remediesFor(asked, made),
  }
}

const slotCount = ({ content }: PlanBasis): number => slotsOf(content)?.length ?? 0
const seatsOf = (basis: PlanBasis): number => slotCount(basis) * basis.content.places.length
const roomOf = (basis: PlanBasis, one: PlanBasis['participants'][number]): number =>
  Math.min(rulesFor(basis.content, one).most, slotCount(basis) - one.away.length)

function readBottleneck(basis: PlanBasis, { floors, shared, needed, room }: Bottleneck): PlanBottleneck[] {
  const firmOf = (limit: Limit) => ('participant' in limit ? basis.participants[limit.participant] : undefined)
  const firms = [...new Set(floors.flatMap(({ limit }) => firmOf(limit)?.id ?? []))]
  const between = shared.flatMap(({ limit }): ShortOf[] => {
    const firm = firmOf(limit)
    if (firm !== undefined && limit.of === 'quota') {
      const quota = rulesFor(basis.content, firm).quotas.find(({ type }) => type === limit.type)
      return [{ of: 'quota', participantId: firm.id, room: quota?.atMost ?? 0 }]
    }
    if (firm !== undefined) return [{ of: 'firm', participantId: firm.id, room: roomOf(basis, firm) }]
    return limit.of === 'rooms' ? [{ of: 'tables', room: seatsOf(basis) }] : []
  })
  return firms.length === 0 ? [] : [{ firms, shared: between, needed, room }]
}

/** One more of each, of which those are told that were seen to help: the plan is made anew under each. */
async function remediesFor(asked: PlanBasis, made: Made): Promise<PlanRemedy[]> {
  const { content, assumed } = made.basis
  const ideas: PlanAssumptions[] = [
    { ...assumed, tables: content.places.length + 1 },
    { ...assumed, moreSlots: assumed.moreSlots + 1 },
    { ...assumed, mostMeetings: content.mostMeetings + 1 },
  ]
  const found: PlanRemedy[] = []
  for (const idea of ideas) {
    const tried = await makePlan(asked, idea, { milliseconds: trialMs })
    if (tried === null) continue
    const [placed, missing] = [tried.meetings.length, tried.missing]
    if (missing < made.missing || (missing === made.missing && placed > made.meetings.length))
      found.push({ assumed: idea, placed, missing })
  }
  return found
}
