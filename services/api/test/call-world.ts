import { asSystem } from '@enlace/database'
import type { CallView, Receipt } from '@enlace/contracts'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { Client, People, Signed } from './test-api.ts'

/** Days from now, as the contract wants instants. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

/** A quick request for quotation that says little; a test names what it is about. */
export const callContent = (given: object = {}): object => ({
  kind: 'rfq',
  title: 'Pump seals',
  text: 'Seals for slurry pumps, twelve months.',
  sealing: 'plain',
  envelopes: ['technical', 'price'],
  fields: [{ key: 'how', envelope: 'technical', label: 'How do you seal?', maxWords: 20 }],
  criteria: [
    { key: 'method', envelope: 'technical', name: 'Method', weight: 40 },
    { key: 'price', envelope: 'price', name: 'Price', weight: 60 },
  ],
  lots: [],
  deadline: inDays(7),
  threshold: 1,
  standstillDays: 0,
  ...given,
})

export const plainEnvelopes = (how: string, price: number): object => ({
  technical: { plain: { answers: [{ key: 'how', text: how }], prices: [] } },
  price: { plain: { answers: [], prices: [price] } },
})

/** A buyer's published plain call. */
export async function publishedCall(buyer: Client, given: object = {}): Promise<CallView> {
  const written = await buyer.post('/api/calls', callContent(given))
  const draft: CallView = written.body
  const published = await buyer.post(`/api/calls/${draft.id}/publish`, {})
  if (published.status !== 200) throw new Error(JSON.stringify(published.body))
  return published.body
}

/** Hands a bid in, and says what was answered. */
export const handIn = (client: Client, call: CallView, given: object = {}) =>
  client.put(`/api/calls/${call.id}/bid`, {
    bidId: uuidv7(),
    revision: 1,
    callVersion: call.version,
    envelopes: plainEnvelopes('With a mechanical seal', 1000),
    ...given,
  })

/** Lets the deadline of a call pass. */
export const passDeadline = (api: Pick<People, 'system'>, id: string): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(sql`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${id}`),
  )

/** Suppliers that each handed in a bid, in the order of their prices. */
export async function bidders(
  api: People,
  call: CallView,
  prices: readonly number[],
): Promise<{ readonly firm: Signed; readonly receipt: Receipt }[]> {
  const all: { readonly firm: Signed; readonly receipt: Receipt }[] = []
  for (const price of prices) {
    const firm = await api.member('supplier')
    const answer = await handIn(firm.client, call, { envelopes: plainEnvelopes(`Seal of ${price}`, price) })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    all.push({ firm, receipt: answer.body })
  }
  return all
}

/** One of those that were made; a test that asks for more than it made fails here. */
export function nth<Item>(made: readonly Item[], at: number): Item {
  const item = made[at]
  if (item === undefined) throw new Error(`only ${made.length} were made`)
  return item
}
