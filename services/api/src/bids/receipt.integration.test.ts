import {
  checkReceipt,
  fromBase64,
  LogCheck,
  parseReceipt,
  publicKeyOf,
  type LogLine,
  type Receipt,
} from '@enlace/audit-log'
import type { CallView, OwnBid, Receipt as BidReceipt } from '@enlace/contracts'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'

import { handIn, nth, publishedCall } from '../../test/call-world.ts'
import { auditKey, startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let call: CallView
let buyer: Signed
let firm: Signed
const given: BidReceipt[] = []
const bidId = uuidv7()
const ownBid = async (client: Client): Promise<OwnBid | null> =>
  ((await client.get(`/api/calls/${call.id}/bid`)).body as { bid: OwnBid | null }).bid
const hand = async (revision: number): Promise<BidReceipt> => {
  const { status, body } = await handIn(firm.client, call, { bidId, revision })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
const keyOf = async () => {
  const { body }: { body: { origin: string } } = await api.anonymous().get('/api/audit-log/key')
  return { origin: body.origin, publicKey: publicKeyOf(fromBase64(auditKey) ?? new Uint8Array()) }
}
/** What the card lets one download. */
const downloaded = (receipt: BidReceipt): Receipt => {
  const parsed = parseReceipt(JSON.stringify({ ...receipt, callTitle: call.title, callVersion: call.version }))
  if (parsed === null) throw new Error('the download holds no receipt')
  return parsed
}

beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
  call = await publishedCall(buyer.client)
  firm = await api.member('supplier')
  given.push(await hand(1))
  // Others write to the log meanwhile.
  for (let n = 0; n < 5; n += 1) await handIn((await api.member('supplier')).client, call)
  given.push(await hand(2))
  await publishedCall(buyer.client)
}, 60_000)
afterAll(() => api.close())

it('a bidder reads again and again the receipt that it was given, to the letter, of the revision that is in', async () => {
  const [first, second] = given
  expect(first?.log.index).toBeLessThan(second?.log.index ?? 0)
  expect((await ownBid(firm.client))?.receipt).toEqual(second)
  expect((await ownBid((await api.colleague(firm.organisationId, 'bidder')).client))?.receipt).toEqual(second)
  const confirmed = await firm.client.post(`/api/calls/${call.id}/bid/confirm`, { callVersion: call.version })
  expect([confirmed.status, confirmed.body]).toEqual([200, second])
  expect((await ownBid(firm.client))?.receipt).toEqual(second)
})

it('its signed entry says which bid came when, and holds without the platform', async () => {
  const key = await keyOf()
  for (const receipt of given) {
    const { index, entry, facts } = downloaded(receipt)
    expect(checkReceipt(downloaded(receipt), key)).toMatchObject({ origin: key.origin, size: index + 1 })
    expect(JSON.parse(entry)).toMatchObject({ act: 'bid.submitted', subject: { callId: call.id, bidId } })
    expect(JSON.parse(facts ?? '')).toEqual({
      revision: receipt.revision,
      digest: receipt.digest,
      receivedAt: receipt.receivedAt,
    })
    const forged = { ...downloaded(receipt), facts: (facts ?? '').replace(receipt.digest, 'another') }
    expect(checkReceipt(forged, key)).toBe('other-facts')
  }
})

it('and it witnesses against a log that was rewritten behind it', async () => {
  const key = await keyOf()
  const checkpoint = checkReceipt(downloaded(nth(given, 1)), key)
  if (typeof checkpoint === 'string') throw new Error(checkpoint)
  const findings = async (): Promise<readonly string[]> => {
    const { body }: { body: string } = await firm.client.get('/api/audit-log/export.jsonl')
    const check = new LogCheck([checkpoint])
    for (const line of body.trim().split('\n').slice(1)) check.add(JSON.parse(line) as LogLine)
    return check.end().map(({ tampering }) => tampering)
  }
  expect(await findings()).toEqual([])
  // The entry after the own first one is another bidder's, of which one has the hash alone.
  const owner = postgres(api.url, { max: 1, onnotice: () => undefined })
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update audit_nodes set hash = sha256('another') where level = 0 and position = ${nth(given, 0).log.index + 1}`
  })
  await owner.end()
  expect(await findings()).toEqual(['rewritten'])
})
