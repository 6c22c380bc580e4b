import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { asId, type MatchdayParticipantId, type MeetingId, type OperationId } from '../brand.ts'
import { foldAsGiven, foldOperations, inOrder, type Folded } from './fold.ts'
import type { DoorMeeting, Ground, Operation, OperationDeed } from './operation.ts'

const [hostCount, visitorCount, slotCount] = [3, 4, 4]
const participant = (side: string, at: number): MatchdayParticipantId => asId(`${side}${at}`)
const places = ['t1', 't2', 't3']

/** Every host meets two visitors. */
const meetings: readonly DoorMeeting[] = Array.from({ length: hostCount * 2 }, (_, at) => {
  const host = at % hostCount
  const round = Math.floor(at / hostCount)
  return {
    id: asId<MeetingId>(`m${at}`),
    hostId: participant('h', host),
    visitorId: participant('v', (host + round) % visitorCount),
    slot: round,
    place: places[host] ?? '',
    state: 'planned',
    note: '',
    at: 0,
  }
})
const ground: Ground = {
  slotCount,
  places: new Set(places),
  participants: new Set(meetings.flatMap(({ hostId, visitorId }) => [hostId, visitorId])),
  badges: new Map(),
  interpreters: new Map(),
  taken: new Set(),
  meetings,
}

const meetingId = fc.constantFrom(...meetings.map(({ id }) => id))
const operationId = fc.integer({ min: 0, max: 60 }).map((at) => asId<OperationId>(`o${at}`))
const deed: fc.Arbitrary<OperationDeed> = fc.oneof(
  fc.record({
    kind: fc.constant('check-in' as const),
    participantId: fc.constantFrom(...ground.participants),
    day: fc.constant('2030-05-06'),
    meetingId: fc.option(meetingId),
    badgeId: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('undo' as const), operationId }),
  fc.record({
    kind: fc.constant('move' as const),
    meetingId,
    slot: fc.nat(slotCount),
    place: fc.constantFrom(...places),
  }),
  fc.record({
    kind: fc.constant('outcome' as const),
    meetingId,
    state: fc.constantFrom('held' as const, 'missed' as const),
    note: fc.constantFrom('', 'seals'),
  }),
)
const operation: fc.Arbitrary<Operation> = fc.record({
  id: operationId,
  // Few instants, so that many happen at the same.
  at: fc.integer({ min: 1, max: 20 }),
  receivedAt: fc.constant(1000),
  as: fc.option(fc.constantFrom(...ground.participants), { freq: 4 }).map((as) => (as === null ? null : as)),
  deed,
})
const day = fc.uniqueArray(operation, { selector: ({ id }) => id, maxLength: 40 })
const shuffled = day.chain((operations) =>
  fc.record({
    operations: fc.constant(operations),
    arrival: fc.shuffledSubarray(operations, { minLength: operations.length }),
  }),
)

const told = ({ meetings: end, fates }: Folded): unknown => [
  [...end.values()],
  [...fates].toSorted(([one], [other]) => (one < other ? -1 : 1)),
]
/** Who or what is in two meetings of one slot. */
function overlapsOf({ meetings: end }: Folded): string[] {
  const keys = [...end.values()]
    .filter(({ state }) => state === 'planned' || state === 'held')
    .flatMap(({ slot, hostId, visitorId, place }) => [hostId, visitorId, place].map((held) => `${slot} ${held}`))
  return keys.filter((key, at) => keys.indexOf(key) !== at)
}

it('comes to the same whatever order operations arrive in, with a fate for each and nobody in two places', () => {
  fc.assert(
    fc.property(shuffled, ({ operations, arrival }) => {
      const end = foldOperations(ground, operations)
      expect(told(foldOperations(ground, arrival))).toEqual(told(end))
      expect(overlapsOf(end)).toEqual([])
      expect([...end.fates.keys()].toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
      for (const fate of end.fates.values()) expect(fate.reason === null).toBe(fate.outcome !== 'refused')
    }),
    { numRuns: 2000 },
  )
})

it('comes to the same when each arrival is folded anew, as the server does', () => {
  fc.assert(
    fc.property(shuffled, ({ operations, arrival }) => {
      const known: Operation[] = []
      let end = foldOperations(ground, known)
      for (const one of arrival) {
        known.push(one)
        end = foldOperations(ground, known)
        expect(overlapsOf(end)).toEqual([])
      }
      expect(told(end)).toEqual(told(foldOperations(ground, operations)))
    }),
    { numRuns: 200 },
  )
})

// The positive control of the two above: without the one order they would fail.
it('comes to something else in another order where the order of arrival is taken', () => {
  const found = fc.check(
    fc.property(shuffled, ({ operations, arrival }) => {
      const inTime = operations.toSorted(inOrder)
      return JSON.stringify(told(foldAsGiven(ground, arrival))) === JSON.stringify(told(foldAsGiven(ground, inTime)))
    }),
    { numRuns: 2000 },
  )
  expect(found.failed).toBe(true)
})
