import * as contract from '@enlace/contracts'
import { acceptSeat, nameSeat } from '@enlace/api/calls/seats'
import { registerOpenerKey } from '@enlace/api/openers/register-opener-key'
import type { Transaction } from '@enlace/database'
import { assert, type CallId, type Seat } from '@enlace/domain'
import { newOpenerKey, type OpenerKey } from '@enlace/sealing'

import { act } from './act.ts'
import type { Cast, Player } from './cast.ts'
import type { Demo } from './demo.ts'

/** Who does what in a call. */
export type Table = {
  readonly author: Player
  readonly approver: Player
  readonly panel: readonly Player[]
  readonly openers: readonly Player[]
}
/** Opening keys by the address of whose they are; they end with the loading, as nobody has a browser that could keep them. */
export type Keys = ReadonlyMap<string, OpenerKey>

/** Colleagues of the buyer and the agency that opens with it; in a plain call one person is all of them. */
export function tableOf({ buyer, content }: Demo['calls'][number], cast: Cast): Table {
  const [author, colleague] = [cast(buyer), cast(buyer, 1)]
  if (content.sealing === 'plain') return { author, approver: author, panel: [author], openers: [author] }
  const panel = [cast(buyer, 2), cast(buyer, 3)]
  return { author, approver: colleague, panel, openers: [author, colleague, cast('provincula')] }
}

/** A key for everybody who opens a sealed call, registered. */
export async function keysOf(tx: Transaction, calls: Demo['calls'], cast: Cast): Promise<Keys> {
  const keys = new Map<string, OpenerKey>()
  for (const call of calls.filter(({ content }) => content.sealing === 'sealed'))
    for (const opener of tableOf(call, cast).openers) {
      if (keys.has(opener.email)) continue
      // The wrapped copy is thrown away, so its rounds would guard nothing.
      const { key } = await newOpenerKey('', 1)
      const { publicKey } = key
      await act(tx, opener, [contract.registerOpenerKey, registerOpenerKey], { body: { publicKey } })
      keys.set(opener.email, key)
    }
  return keys
}

/** Names everybody to a seat of a sealed draft; who comes from outside accepts. */
export async function seatAll(tx: Transaction, id: CallId, { author, approver, panel, openers }: Table): Promise<void> {
  const seats: readonly (readonly [Seat, Player])[] = [
    ['approver', approver],
    ...panel.map((one) => ['evaluator', one] as const),
    ...openers.map((one) => ['opener', one] as const),
  ]
  for (const [seat, player] of seats) {
    const { items } = await act(tx, author, [contract.nameSeat, nameSeat], {
      params: { id },
      body: { seat, email: player.email },
    })
    if (player.organisationId === author.organisationId) continue
    const asked = items.find((one) => one.seat === seat && one.email === player.email)
    assert(asked !== undefined, 'who was just asked to take a seat is listed')
    await act(tx, player, [contract.acceptSeat, acceptSeat], { params: { id, seatId: asked.id } })
  }
}
