import { blockersOf } from '../layout/blockers.ts'
import type { Board } from '../layout/board.ts'
import type { Chain } from '../layout/chain.ts'
import type { Seats } from '../layout/seats.ts'
import type { Instance } from '../instance.ts'
import { unplaced } from '../plan.ts'
import { putCheapest } from '../search/construct.ts'
import type { Rule } from '../verify.ts'

/** A break more is a nuisance, a meeting that moves is a broken promise: so many breaks weigh as much. */
const moveWeight = 100
/** More meetings than this are not moved for one. */
const mostMoved = 6

type Exchange = { readonly blocker: number; readonly slot: number; readonly other: number; readonly cost: number }

/** A board with all that changes it. */
export type Table = { readonly board: Board; readonly seats: Seats; readonly chain: Chain }

/** Puts a meeting into a slot from `first` on, where it disturbs least; whether there is one. */
export function placeLate(table: Table, meeting: number, first: number): boolean {
  const { board, seats, chain } = table
  if (putCheapest(board, seats, meeting, first)) return true
  return exchangesFor(table, meeting, first).some(({ blocker, slot, other }) => {
    if (!chain.grow(blocker, other, mostMoved, Infinity) || !seats.exchange(chain)) return false
    if (board.fits(meeting, slot) && seats.put(meeting, slot)) return true
    seats.takeBack(chain)
    return false
  })
}

/** The exchanges of two slots to come that leave room for a meeting in one of them, the cheapest first. */
function exchangesFor({ board, chain }: Table, meeting: number, first: number): readonly Exchange[] {
  const found: Exchange[] = []
  let most = mostMoved
  for (let slot = first; slot < board.slots; slot += 1) {
    if (!board.mayHave(meeting, slot)) continue
    const { busy, full } = blockersOf(board, meeting, slot)
    // Two who are busy with others hang together by chance alone: one chain rarely frees both.
    if (busy.length > 1) continue
    for (const blocker of busy.length > 0 ? busy : full)
      for (let other = first; other < board.slots; other += 1) {
        if (other === slot || !chain.grow(blocker, other, most, Infinity) || !chain.frees(meeting, slot)) continue
        const cost = costAfter(board, chain, meeting, slot)
        if (cost === null) continue
        most = chain.size
        found.push({ blocker, slot, other, cost: moveWeight * chain.size + cost })
      }
  }
  return found.toSorted((a, b) => a.cost - b.cost)
}

/** What the exchange and the meeting put into the slot it frees cost together, in breaks; null where it still has no room. */
function costAfter(board: Board, chain: Chain, meeting: number, slot: number): number | null {
  chain.exchange()
  const cost = board.fits(meeting, slot) ? chain.delta + board.costBy(meeting, slot) : null
  chain.exchange()
  return cost
}

/** The rules in the order in which a slot is asked for them: who fails late failed the fewest. */
const order: readonly Rule[] = [
  'person-away',
  'slot-not-allowed',
  'order',
  'person-twice',
  'pool-overdrawn',
  'place-twice',
]

/** The rule that keeps a meeting from the slot that comes nearest to being possible. */
export function blockingRule(board: Board, instance: Instance, meeting: number, first: number): Rule {
  const rules = Array.from({ length: board.slots - first }, (_, at) => ruleIn(board, instance, meeting, first + at))
  const last = Math.max(...rules.map((rule) => order.indexOf(rule)), -1)
  if (rules.some((rule) => !order.includes(rule))) return rules.find((rule) => !order.includes(rule)) ?? 'walking-time'
  return order[last] ?? 'slot-not-allowed'
}

function ruleIn(board: Board, { meetings, participants }: Instance, index: number, slot: number): Rule {
  const meeting = meetings[index]
  const pool = board.poolOf[index] ?? null
  if (meeting?.participants.some((one) => participants[one]?.forbidden.includes(slot)) === true) return 'person-away'
  if (!board.mayHave(index, slot)) return 'slot-not-allowed'
  if (!board.isInOrder(index, slot, (one) => board.slotOf[one] ?? unplaced)) return 'order'
  if (!board.isFree(index, slot)) return 'person-twice'
  if (pool !== null && !board.hasDrawn(pool, slot, 1)) return 'pool-overdrawn'
  if (!board.hasLeft(index, slot)) return 'place-twice'
  return meeting?.places === null ? 'walking-time' : 'place-not-allowed'
}
