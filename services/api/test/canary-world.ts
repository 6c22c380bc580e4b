import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { CallView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { LiveVisitor, makeSupplier, passportContent, Visitor, watchRedis, type WatchedRedis } from '@enlace/testing'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'

import { handIn, nth, publishedCall } from './call-world.ts'
import { newCanary, priceOf, wordOf, type Canary } from './canary.ts'
import { startHouseApi, type HouseApi } from './house-api.ts'
import { sealedCall, sealedEnvelopes, type SealedCall, type SealedContent } from './sealed-world.ts'
import type { Answer, Client, Signed } from './test-api.ts'

/** Bids that are in at the deadline; after them some that were taken back, and older revisions of the first ones. */
export const bidsIn = 200
export const takenBack = 3
export const replaced = 5
export const plainBids = 10

/** What a bid says: three answers and a price, each another canary; `n` is which bid. */
export const answersOf = (n: number) => ({ technical: [n * 10 + 1, n * 10 + 2], price: n * 10 + 3, amount: n * 10 + 4 })
export function contentOf(canary: Canary, n: number): SealedContent {
  const { technical, price, amount } = answersOf(n)
  const text = (number: number): string => `Says "${wordOf(canary, number)}" — así.`
  return {
    technical: { answers: ['how', 'who'].map((key, at) => ({ key, text: text(technical[at] ?? 0) })), prices: [] },
    price: { answers: [{ key: 'terms', text: text(price) }], prices: [priceOf(canary, amount)] },
  }
}

/** Technically a bid passes or does not, so its prices are opened without a panel's scores. */
const criteria = [{ key: 'price', envelope: 'price', name: 'Price', weight: 100 }]
const fields = [
  { key: 'how', envelope: 'technical', label: 'How do you seal?', maxWords: 20 },
  { key: 'who', envelope: 'technical', label: 'Who does it?', maxWords: 20 },
  { key: 'terms', envelope: 'price', label: 'On which terms?', maxWords: 20 },
]

/** Who reads what there is to read. */
type Looker =
  | 'author'
  | 'opener'
  | 'bidder'
  | 'rival'
  | 'platform'
  | 'buyer of the plain call'
  | 'bidder of the plain call'
  | 'nobody'

export type CanaryWorld = HouseApi & {
  /** Of sealed bids; of what is sealed to nobody; of what is put everywhere. */
  readonly canaries: { readonly sealed: Canary; readonly plain: Canary; readonly planted: Canary }
  readonly redis: WatchedRedis
  readonly owner: postgres.Sql
  readonly temporary: string
  readonly sealed: SealedCall
  readonly open: CallView
  readonly people: Readonly<Record<Looker, Client>>
  readonly frames: Buffer[]
  readonly problems: Answer[]
}

/** Keeps everything as it is written: what is long would be packed in the database's files, and not be found there. */
async function keepUnpacked(owner: postgres.Sql): Promise<void> {
  await owner`do $$
    declare a record;
    begin
      for a in select attrelid::regclass as name, attname from pg_attribute join pg_class on pg_class.oid = attrelid
        where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and attstorage = 'x'
      loop execute format('alter table %s alter column %I set storage external', a.name, a.attname); end loop;
    end $$`
}

/** Hands in a sealed bid as a browser does, of content `n`. */
async function bid(
  { client }: Signed,
  call: CallView,
  canary: Canary,
  { n, bidId, revision = 1 }: { readonly n: number; readonly bidId: string; readonly revision?: number },
): Promise<void> {
  const envelopes = await sealedEnvelopes(call, bidId, contentOf(canary, n), undefined, revision)
  const answer = await handIn(client, call, { bidId, revision, envelopes })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

/** All items, so many at a time. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>, atOnce = 6): Promise<void> {
  const waiting = [...items]
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}

/** Two hundred suppliers bid for a sealed call; some replace a bid, some take it back. */
async function handInAll(api: HouseApi, call: CallView, canary: Canary): Promise<readonly Signed[]> {
  const firms: Signed[] = []
  await eachOf(
    Array.from({ length: bidsIn + takenBack }, (_, at) => at + 1),
    async (n) => {
      const firm = await api.member('supplier')
      firms.push(firm)
      const bidId = uuidv7()
      const isReplaced = n <= replaced
      if (isReplaced) await bid(firm, call, canary, { n: bidsIn + takenBack + n, bidId })
      await bid(firm, call, canary, { n, bidId, revision: isReplaced ? 2 : 1 })
      if (n > bidsIn) await firm.client.delete(`/api/calls/${call.id}/bid`)
    },
  )
  return firms
}

/** What is refused: bids in clear for a sealed call, of a wrong shape, to nobody, of an old revision. */
async function refusals(call: CallView, { client }: Signed, canary: Canary): Promise<Answer[]> {
  const { technical, price } = contentOf(canary, 900)
  const bodies = { technical: { plain: technical }, price: { plain: price } }
  const asked = [
    handIn(client, call, { envelopes: bodies }),
    handIn(client, call, {
      envelopes: { ...bodies, qualification: { plain: { ...technical, answers: wordOf(canary, 9001) } } },
    }),
    handIn(client, call, { envelopes: { technical: bodies.technical } }),
    handIn(client, call, {
      envelopes: {
        technical: { plain: { answers: [{ key: 'how', text: 7 }] } },
        price: { plain: { prices: ['x', priceOf(canary, 9002)] } },
      },
    }),
    handIn(client, call, { bidId: wordOf(canary, 9003), envelopes: bodies }),
    client.send('PUT', `/api/calls/${call.id}/bid`, { envelopes: bodies }, { 'idempotency-key': uuidv7() }),
  ]
  return Promise.all(asked)
}

/** Listens as a browser does, and keeps each frame. */
function listen(
  api: HouseApi,
  { client, organisationId }: Pick<Signed, 'client'> & { organisationId: OrganisationId },
  calls: readonly CallView[],
  frames: Buffer[],
): LiveVisitor {
  const live = new LiveVisitor(new Visitor(api.house.url, client.cookie), {
    message: () => undefined,
    resync: () => undefined,
    frame: (frame) => frames.push(frame),
  })
  live.join(`organisation:${organisationId}`)
  for (const { id } of calls) live.join(`call:${id}`)
  return live
}

/** A house in which two hundred sealed bids and ten plain ones lie, and in which everybody listens. */
export async function makeCanaryWorld(): Promise<CanaryWorld & { readonly close: () => Promise<void> }> {
  const canaries = { sealed: newCanary(), plain: newCanary(), planted: newCanary() }
  const temporary = await mkdtemp(join(tmpdir(), 'enlace-temporary-'))
  const api = await startHouseApi({ TMPDIR: temporary })
  const redis = await watchRedis(api.services.redis.url)
  const owner = postgres(api.services.postgres.url, { max: 2, onnotice: () => undefined })
  await keepUnpacked(owner)

  const sealed = await sealedCall(api, { fields, criteria })
  const buyer = await api.member('buyer')
  const open = await publishedCall(buyer.client, { fields, title: wordOf(canaries.planted, 1) })
  const [rival, firm, platform] = [
    await api.member('supplier'),
    await api.member('supplier'),
    await api.member('platform'),
  ]
  const heeding = await asSystem(api.system, (tx) =>
    makeSupplier(tx, 'Heeding', passportContent('Crushed gravel for haul roads')),
  )
  const listening = await api.colleague(heeding, 'owner')
  const { call, author, openers } = sealed
  const frames: Buffer[] = []
  const lives = [openers[0], openers[2], rival, firm, platform, listening].map((one) =>
    listen(api, one, [call, open], frames),
  )

  for (let n = 1; n <= plainBids; n += 1) {
    const { client } = n === 1 ? firm : await api.member('supplier')
    const { technical, price } = contentOf(canaries.plain, n)
    const answer = await handIn(client, open, {
      envelopes: { technical: { plain: technical }, price: { plain: price } },
    })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  const firms = await handInAll(api, call, canaries.sealed)
  const problems = await refusals(call, rival, canaries.sealed)
  return {
    ...api,
    canaries,
    redis,
    owner,
    temporary,
    sealed,
    open,
    frames,
    problems,
    people: {
      author,
      opener: openers[2].client,
      bidder: nth(firms, 0).client,
      rival: rival.client,
      platform: platform.client,
      'buyer of the plain call': buyer.client,
      'bidder of the plain call': firm.client,
      nobody: api.anonymous(),
    },
    close: async () => {
      for (const live of lives) live.close()
      redis.close()
      await owner.end()
      await api.close()
      await rm(temporary, { recursive: true })
    },
  }
}
