import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { EventName, EventPayload } from '@enlace/contracts'
import { asSystem, claimUnpublished, markPublished, openDatabase, record, type Database } from '@enlace/database'
import { asId, type CallId, type OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeOrganisation, testDatabase } from '@enlace/testing'

import { deliver } from '../reactions/react.ts'
import { notify } from './notify.ts'

const log = createLog('worker-test', 'silent')
const callId = asId<CallId>('0190a000-0000-7000-8000-00000000ca11')
let database: Database
let ids: Record<'buyer' | 'invited' | 'bidder' | 'asker' | 'stranger', OrganisationId>
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
  await asSystem(database, async (tx) => {
    ids = {
      buyer: await makeOrganisation(tx, 'buyer', 'Mina Sur'),
      invited: await makeOrganisation(tx, 'supplier'),
      bidder: await makeOrganisation(tx, 'supplier'),
      asker: await makeOrganisation(tx, 'supplier'),
      stranger: await makeOrganisation(tx, 'supplier'),
    }
    const content = { title: 'Seals', kind: 'rfq', access: 'open', sealing: 'plain', deadline: '2099-01-01T00:00:00Z' }
    await tx.execute(sql`insert into calls (id, organisation_id, state, version, content)
      values (${callId}, ${ids.buyer}, 'published', 1, ${JSON.stringify(content)}::jsonb)`)
    await tx.execute(sql`insert into call_invitations (call_id, supplier_id) values (${callId}, ${ids.invited})`)
    await tx.execute(sql`insert into bids (id, call_id, organisation_id, state, revision, call_version, received_at, digest)
      values (gen_random_uuid(), ${callId}, ${ids.bidder}, 'withdrawn', 1, 1, clock_timestamp(), '')`)
    await tx.execute(sql`with asked as (insert into questions (call_id, place, text) values (${callId}, 1, 'Which?') returning id)
      insert into question_askers (question_id, call_id, organisation_id, asked_at)
      select id, ${callId}::uuid, ${ids.asker}::uuid, clock_timestamp() from asked`)
  })
}, 60_000)
afterAll(() => database.close())

/** What each was told since it was asked last, after an event that the queue delivers twice. */
async function told<Name extends EventName>(
  name: Name,
  payload: EventPayload<Name>,
): Promise<Record<string, string[]>> {
  const id = await asSystem(database, (tx) => record(tx, name, payload, { organisationId: null }))
  await asSystem(database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
  await Promise.all([1, 2].map(() => deliver(database, log, 'notify', notify)(id)))
  return asSystem(database, async (tx) => {
    const rows = await tx.execute<{ organisation_id: OrganisationId; kind: string; detail: { title: string } }>(
      sql`delete from notifications returning organisation_id, kind, detail`,
    )
    expect(rows.every(({ detail }) => detail.title === 'Seals')).toBe(true)
    return Object.fromEntries(
      Object.entries(ids).map(([who, of]) => [
        who,
        rows.filter((row) => row.organisation_id === of).map(({ kind }) => kind),
      ]),
    )
  })
}

it('one event tells an answer to everybody whom the call concerns, once', async () => {
  const answered = { callId, organisationId: ids.buyer, answered: 2, corrected: 1 }
  const all = (kind: string) => ({ buyer: [], invited: [kind], bidder: [kind], asker: [kind], stranger: [] })
  expect(await told('question.answered', answered)).toEqual(all('question-answered'))
  expect(await told('question.answered', { ...answered, answered: 0 })).toEqual(all('answer-corrected'))
})

it('a question is told to the buyer alone', async () =>
  expect(await told('question.asked', { callId, organisationId: ids.buyer })).toEqual({
    buyer: ['question-asked'],
    invited: [],
    bidder: [],
    asker: [],
    stranger: [],
  }))

it('being asked by name after the publication is told to who was asked then, not to those asked before', async () =>
  expect(
    await told('call.invited', { callId, organisationId: ids.buyer, version: 1, supplierIds: [ids.stranger] }),
  ).toEqual({ buyer: [], invited: [], bidder: [], asker: [], stranger: ['call-invited'] }))
