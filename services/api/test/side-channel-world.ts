import { v7 as uuidv7 } from 'uuid'
import { setTimeout as sleep } from 'node:timers/promises'

import { endpoints, type CallView } from '@enlace/contracts'
import { asSystem, claimUnpublished, insertFirms, markPublished } from '@enlace/database'
import type { Seat, Sealing } from '@enlace/domain'
import { sql } from 'drizzle-orm'

import { plainFile, sealedFile } from './bid-file-world.ts'
import { callContent, handIn, inDays, plainEnvelopes } from './call-world.ts'
import { sealedContent, sealedEnvelopes, withKey } from './sealed-world.ts'
import { rivalAsks } from './rival-asks.ts'
import type { Client, Signed, TestApi } from './test-api.ts'

/** Who looks on while others bid. */
export const lookers = [
  'author',
  'colleague',
  'approver',
  'outside opener',
  'invited',
  'bidder',
  'stranger',
  'agency of a rival',
  'platform',
] as const
export type Looker = (typeof lookers)[number]
export type SideChannelWorld = {
  readonly api: TestApi
  readonly call: CallView
  readonly people: Readonly<Record<Looker, Signed>>
  readonly rivals: readonly Signed[]
}

/** A bid of this call with a file in its first envelope, both sealed where the call wants that. */
export async function bidFor(client: Client, call: CallView): Promise<object> {
  const bidId = uuidv7()
  const how = { answers: [{ key: 'how', text: 'With a seal' }], prices: [] }
  if (call.sealing === 'plain') {
    const technical = { plain: { ...how, files: [await plainFile(client, call)] } }
    return { bidId, envelopes: { ...plainEnvelopes('With a seal', 700), technical } }
  }
  const file = await sealedFile(client, call)
  const content = { ...sealedContent('With a seal', 700), technical: { ...how, files: [file] } }
  return { bidId, files: [file.id], envelopes: await sealedEnvelopes(call, bidId, content) }
}

/** A published call in which everybody stands who looks on, and one bid is in. */
export async function makeSideChannelWorld(api: TestApi, sealing: Sealing): Promise<SideChannelWorld> {
  const author = await api.member('buyer')
  const ours = (): Promise<Signed> => api.colleague(author.organisationId, 'buyer')
  const people = {
    author,
    colleague: await ours(),
    approver: await ours(),
    'outside opener': await withKey(await api.member('buyer')),
    invited: await api.member('supplier'),
    bidder: await api.member('supplier'),
    stranger: await api.member('supplier'),
    'agency of a rival': await api.member('agency'),
    platform: await api.member('platform'),
  }
  const rivals = await Promise.all(Array.from({ length: 5 }, () => api.member('supplier')))
  const [scorer, inside] = [await ours(), await withKey(await ours())]
  await asSystem(api.system, (tx) =>
    insertFirms(
      tx,
      people['agency of a rival'].organisationId,
      rivals.slice(0, 1).map(({ organisationId }) => organisationId),
    ),
  )
  const given = { sealing, threshold: sealing === 'sealed' ? 2 : 1, questionsUntil: inDays(3) }
  const invited = [people.invited.organisationId]
  const draft = (await author.client.post('/api/calls', { ...callContent(given), invited })).body as CallView
  const seat = (one: Signed, name: Seat): Promise<unknown> =>
    asSystem(api.system, (tx) =>
      tx.execute(sql`insert into call_seats (id, call_id, seat, email, user_id, organisation_id, accepted_at)
        select gen_random_uuid(), ${draft.id}::uuid, ${name}, email, id, ${one.organisationId}::uuid, clock_timestamp()
        from users where id = ${one.userId}`),
    )
  await seat(people.approver, 'approver')
  await seat(people['outside opener'], 'opener')
  await seat(inside, 'opener')
  await seat(scorer, 'evaluator')
  const published = await people.approver.client.post(`/api/calls/${draft.id}/publish`, {})
  if (published.status !== 200) throw new Error(JSON.stringify(published.body))
  const call = (await people.bidder.client.get(`/api/calls/${draft.id}`)).body as CallView
  const own = await handIn(people.bidder.client, call, await bidFor(people.bidder.client, call))
  if (own.status !== 200) throw new Error(JSON.stringify(own.body))
  return { api, call, people, rivals }
}

/**
 * Every reading but those of the audit log, which by construction counts all acts of the house in one row of numbers,
 * and to which looking itself adds what was refused.
 */
const readings = endpoints.filter(
  ({ method, access, noun }) => method === 'GET' && access !== 'demo' && noun !== 'audit',
)
const nothing = '0190a000-0000-7000-8000-000000000000'
/** In these a search in vain shows, so they are read before anything is searched. */
const ofSearches = new Set(['readDemand', 'exportCsv', 'exportJsonl', 'exportXlsx'])
/** By construction another at each reading: a request's own number, the clock, ages, when a session was used last, and whether the search engine answered. */
const byConstruction = /"(requestId|lastSeenAt|now)":"[^"]*"|"oldestSeconds":\d+|"degraded":(true|false)|It is [^"]*/g

/** How a reading is asked: one that can name a call about this call, every other as of somebody who looks for a bidder. */
function urlsOf(
  { name, path }: (typeof readings)[number],
  { call, rivals }: SideChannelWorld,
  self: string,
): readonly string[] {
  if (path.includes('/calls/:id')) return [path.replace(':id', call.id).replaceAll(/:\w+/g, nothing)]
  if (path.includes(':ocid')) return [path.replace(/:ocid/, `ocds-enlace-${call.id}`)]
  const urls = rivalAsks[name]?.({
    self,
    rival: rivals[0]?.organisationId ?? '',
    needs: [],
    file: nothing,
  }) ?? [path.replaceAll(/:\w+/g, nothing)]
  // Words and filters of a search say nothing of bids, so a few stand for all.
  return name === 'searchSuppliers' ? urls.slice(0, 3) : urls
}

/** Some of what somebody reads, by operation and address. */
async function look(world: SideChannelWorld, who: Looker, some: typeof readings): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const { client, organisationId } = world.people[who]
  for (const reading of some)
    for (const url of urlsOf(reading, world, organisationId)) {
      const { status, body } = await client.get(url)
      answers.set(`${reading.name} ${url}`, `${status} ${JSON.stringify(body)}`.replaceAll(byConstruction, ''))
    }
  return answers
}

/**
 * What everybody reads, by who reads it, once the outbox is empty. What looking itself sought in vain is forgotten, or
 * every look would show in the next.
 */
export async function lookAll(
  world: SideChannelWorld,
  asked: (name: string) => boolean = () => true,
): Promise<Map<string, string>> {
  await sleep(6500)
  await asSystem(world.api.system, async (tx) => {
    await markPublished(tx, await claimUnpublished(tx, 1000))
    await tx.execute(sql`delete from missed_searches`)
  })
  const all = new Map<string, string>()
  for (const first of [true, false]) {
    const some = readings.filter(({ name }) => asked(name) && ofSearches.has(name) === first)
    for (const who of lookers) for (const [url, text] of await look(world, who, some)) all.set(`${who}: ${url}`, text)
  }
  return all
}
