import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import type { MendedMeeting, RepairBasis, RepairMeeting } from '@enlace/database'
import {
  asId,
  firstToFill,
  slotsOf,
  type MatchdayContent,
  type MatchdayParticipant,
  type MatchdayParticipantId,
  type MeetingId,
  type OrganisationId,
} from '@enlace/domain'
import { randomFrom, verify, type Random } from '@enlace/scheduling'

import { modelFor } from './model.ts'
import { repair, type Happening, type Mended } from './repair.ts'

const session = { name: '', date: '2030-05-06', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 }
const content: MatchdayContent = {
  ...{ title: '', text: '', language: 'en', venue: '', timeZone: 'UTC' },
  sessions: [0, 1].map((n) => ({ ...session, starts: n === 0 ? '09:00' : '14:00' })),
  places: ['A', 'A', 'B'].map((zone, n) => ({ key: `t${n}`, name: '', kind: 'table', zone })),
  ...{ walkingMinutes: 6, mostMeetings: 5 },
}
const slots = slotsOf(content) ?? []

/** Some firms who planned what they could on their own, and some pairs that agreed beyond it. */
function dayFrom(random: Random): RepairBasis {
  const participants = Array.from({ length: 7 }, (_, n): MatchdayParticipant => ({
    ...{ id: asId<MatchdayParticipantId>(`p${n}`), organisationId: asId<OrganisationId>(`o${n}`) },
    ...{
      side: n < 3 ? 'host' : 'visitor',
      state: 'admitted',
      type: null,
      languages: random.share() < 0.3 ? ['es'] : [],
    },
    away: random.share() < 0.3 ? [random.below(slots.length)] : [],
  }))
  const pairs = [0, 1, 2].flatMap((host) =>
    [3, 4, 5, 6].map((visitor) => [participants[host], participants[visitor]] as const),
  )
  let basis: RepairBasis = { participants, interpreters: [], meetings: [], neverWith: [], shut: [], standby: [] }
  for (const [host, visitor] of pairs) {
    if (host === undefined || visitor === undefined) continue
    const pair = { hostId: host.id, visitorId: visitor.id }
    if (random.share() < 0.35) {
      basis = { ...basis, standby: [...basis.standby, pair] }
      continue
    }
    basis = after(basis, repair(content, basis, { kind: 'pair-added', ...pair }, { now: 0, insist: false }))
  }
  return { ...basis, meetings: basis.meetings.map((one) => ({ ...one, moves: 0 })) }
}

/** What the database would hold once a repair is kept. */
function after(basis: RepairBasis, { meetings, shut }: Mended): RepairBasis {
  const changed = new Map<MeetingId, MendedMeeting>(meetings.map((one) => [one.id, one]))
  const known = new Set(basis.meetings.map(({ id }) => id))
  const all = [
    ...basis.meetings.map((one) => ({ ...one, ...changed.get(one.id) })),
    ...meetings.filter(({ id }) => !known.has(id)),
  ]
  const standing = all.filter(
    (one): one is MendedMeeting & RepairMeeting => one.state === 'planned' || one.state === 'held',
  )
  const met = (pair: RepairBasis['standby'][number]): boolean =>
    standing.some(({ hostId, visitorId }) => hostId === pair.hostId && visitorId === pair.visitorId)
  return {
    ...basis,
    meetings: standing,
    shut: [...basis.shut, ...shut],
    standby: basis.standby.filter((pair) => !met(pair)),
  }
}

function happeningFrom({ participants, meetings }: RepairBasis, random: Random): Happening {
  const participantId = participants[random.below(participants.length)]?.id ?? asId<MatchdayParticipantId>('')
  const meetingId = meetings[random.below(Math.max(1, meetings.length))]?.id
  const kind = random.below(5)
  if (kind === 0) return { kind: 'absent', participantId }
  if (kind === 1) return { kind: 'place-closed', place: `t${random.below(3)}` }
  if (kind < 4 && meetingId !== undefined) return { kind: kind === 2 ? 'missed' : 'called-off', meetingId }
  return { kind: 'late', participantId, minutes: 1 + random.below(90) }
}

it('breaks no rule whatever happens, moves nothing that has begun, and nothing more often than twice', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      let basis = dayFrom(random)
      let now = (slots[0]?.starts ?? 0) - 3_600_000
      for (let done = 0; done < 6; done += 1) {
        now += random.below(50) * 60_000
        const what = happeningFrom(basis, random)
        const mended = repair(content, basis, what, { now, insist: false })
        const next = firstToFill(slots, now)
        const touched = mended.changes
          .filter(({ what: became }) => became !== 'ended')
          .flatMap(({ from, to }) => [from, to])
        expect(touched.filter((spot) => spot !== null && spot.slot < next)).toEqual([])
        const was = basis
        basis = after(basis, mended)
        for (const { id, moves } of was.meetings)
          expect((basis.meetings.find((one) => one.id === id)?.moves ?? moves) - moves).toBeLessThanOrEqual(
            moves < 2 ? 1 : 0,
          )
        const { instance, plan } = modelFor(content, slots, basis, what)
        expect(verify(instance, plan)).toEqual([])
        const met = basis.meetings.flatMap(({ hostId, visitorId }) => [hostId, visitorId])
        const most = Math.max(0, ...basis.participants.map(({ id }) => met.filter((one) => one === id).length))
        expect(most).toBeLessThanOrEqual(content.mostMeetings)
      }
    }),
    { numRuns: 80 },
  )
})
