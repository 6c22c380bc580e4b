import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { EventPayload } from '@enlace/contracts'
import {
  asSystem,
  claimUnpublished,
  insertMatchday,
  markPublished,
  openDatabase,
  record,
  type Database,
} from '@enlace/database'
import { asId, type MatchdayId, type OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeOrganisation, testDatabase } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { notify } from '../notifications/notify.ts'
import { deliver } from '../reactions/react.ts'

const matchdayId = asId<MatchdayId>(uuidv7())
let database: Database
let ids: Record<'agency' | 'buyer' | 'supplier', OrganisationId>
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
  await asSystem(database, async (tx) => {
    ids = {
      agency: await makeOrganisation(tx, 'agency'),
      buyer: await makeOrganisation(tx, 'buyer'),
      supplier: await makeOrganisation(tx, 'supplier'),
    }
    const content = {
      ...{ title: 'Meet the buyers', text: '', language: 'en', venue: '', timeZone: 'UTC', sessions: [], places: [] },
      ...{ walkingMinutes: 0, mostMeetings: 9 },
    }
    await insertMatchday(tx, { id: matchdayId, organisationId: ids.agency, content })
  })
}, 60_000)
afterAll(() => database.close())

/** What each is told after an event that the queue delivers twice. */
async function told(how: EventPayload<'introduction.changed'>['how']): Promise<Record<string, string[]>> {
  const payload = { matchdayId, organisationId: ids.agency, concerned: [ids.buyer, ids.supplier], how }
  const id = await asSystem(database, (tx) => record(tx, 'introduction.changed', payload, { organisationId: null }))
  await asSystem(database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
  const log = createLog('worker-test', 'silent')
  await Promise.all([1, 2].map(() => deliver(database, log, 'notify', notify)(id)))
  return asSystem(database, async (tx) => {
    const rows = await tx.execute<{ organisation_id: OrganisationId; kind: string }>(
      sql`delete from notifications returning organisation_id, kind`,
    )
    return Object.fromEntries(
      Object.entries(ids).map(([who, of]) => [
        who,
        rows.filter((row) => row.organisation_id === of).map(({ kind }) => kind),
      ]),
    )
  })
}

it('two are told that they are introduced, all three that both accepted, and nobody what one said', async () => {
  const proposed = ['introduction-proposed']
  expect(await told('proposed')).toEqual({ agency: [], buyer: proposed, supplier: proposed })
  const agreed = ['introduction-agreed']
  expect(await told('agreed')).toEqual({ agency: agreed, buyer: agreed, supplier: agreed })
  expect(await told('kept')).toEqual({ agency: [], buyer: [], supplier: [] })
  expect(await told('withdrawn')).toEqual({ agency: [], buyer: [], supplier: [] })
})
