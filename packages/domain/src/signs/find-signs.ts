import { alikePrices, rotation, sameText, sameWinner, sharedPeople } from './bidder-signs.ts'
import {
  belowThreshold,
  criteriaChanged,
  favoured,
  loneScore,
  notTheBest,
  shortTime,
  singleBidder,
} from './buyer-signs.ts'
import type { CallSign } from './call-sign.ts'
import type { PastCall } from './past-call.ts'

const inEach: readonly ((call: PastCall) => readonly CallSign[])[] = [
  alikePrices,
  sameText,
  sharedPeople,
  criteriaChanged,
  notTheBest,
  loneScore,
]
const overAll: readonly ((history: readonly PastCall[]) => readonly CallSign[])[] = [
  sameWinner,
  rotation,
  singleBidder,
  shortTime,
  favoured,
  belowThreshold,
]

/** A sign that several calls give alike is one sign of all of them. */
function joined(signs: readonly CallSign[]): readonly CallSign[] {
  const byKey = new Map<string, CallSign>()
  for (const sign of signs) {
    const key = `${sign.kind} ${sign.key}`
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? sign : { ...sign, callIds: [...known.callIds, ...sign.callIds] })
  }
  return [...byKey.values()]
}

/** Everything in a buyer's past calls, the oldest first, that asks for a second look. */
export const findSigns = (history: readonly PastCall[]): readonly CallSign[] =>
  joined([...inEach.flatMap((find) => history.flatMap(find)), ...overAll.flatMap((find) => find(history))])
