import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asActor,
  asSystem,
  listSigns,
  openDatabase,
  readPublishedPassports,
  type Database,
  type NewEvent,
} from '@enlace/database'
import {
  asId,
  type ImportId,
  type MemberActor,
  type OrganisationId,
  type OrganisationKind,
  type UserId,
} from '@enlace/domain'
import { makeOrganisation, makeSupplier, passportContent, testDatabase } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { prepared } from '../../test/prepared.ts'
import { openSupplierBook } from '../matches/supplier-book.ts'
import { markPassport } from './mark-passport.ts'

let url: string
let database: Database
beforeAll(async () => {
  url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
})
afterAll(() => database.close())

const texts = ['winding', 'turning', 'milling', 'coating'].map(
  (trade) => `We do the ${trade} of shafts for large mines in the desert of the north`,
)
const says = (words: readonly string[]) => {
  const content = passportContent('')
  const [first] = content.capabilities
  if (first === undefined) throw new Error('a passport has a capability')
  return { ...content, capabilities: words.map((text) => ({ ...first, id: asId<typeof first.id>(uuidv7()), text })) }
}
const supplier = (name: string, words: readonly string[]): Promise<OrganisationId> =>
  asSystem(database, (tx) => makeSupplier(tx, name, says(words)))
const published = (organisationId: OrganisationId): NewEvent => ({
  name: 'passport.published',
  organisationId,
  payload: { organisationId, version: 1 },
})
const mark = async (event: NewEvent): Promise<void> =>
  asSystem(database, await prepared(database, markPassport(database), event))
const copiedOf = (id: OrganisationId): Promise<number> =>
  asSystem(database, async (tx) => (await readPublishedPassports(tx, [id]))[0]?.copied?.length ?? 0)

it('what a later passport copied does not count, the first keeps its words, and only the copier is ranked again', async () => {
  const first = await supplier('First', texts)
  await mark(published(first))
  const book = openSupplierBook(database)
  const copier = await supplier('Copier', texts)
  const before = (await book.level()).words.entries
  await mark(published(copier))
  expect([await copiedOf(first), await copiedOf(copier)]).toEqual([0, 4])
  // The book of every worker leaves the copied entries out from then on.
  expect((await book.level()).words.entries).toBe(before - 4)
  const marked = await asSystem(database, (tx) =>
    tx.execute<{ id: string }>(
      sql`select payload ->> 'organisationId' as id from events where name = 'passport.marked'`,
    ),
  )
  expect(marked.map(({ id }) => id)).toEqual([copier])
})

it('passports that share a sentence or two keep all their words', async () => {
  const own = [
    'We bake bread for hotels on the coast each day',
    'We bake cakes for weddings in the whole province',
    'We bake pies for schools of the old town',
  ]
  const copier = await supplier('Two in common', [...texts.slice(0, 2), ...own])
  await mark(published(copier))
  expect(await copiedOf(copier)).toBe(0)
})

it('what an import brought is looked over too, and only the platform reads the signs', async () => {
  const late = await supplier('Late', texts)
  await mark({
    name: 'passports.imported',
    organisationId: null,
    payload: { organisationId: late, importId: asId<ImportId>(uuidv7()), count: 1 },
  })
  expect(await copiedOf(late)).toBe(4)
  const member = (organisationId: OrganisationId, organisationKind: OrganisationKind): MemberActor => ({
    kind: 'member',
    userId: asId<UserId>(uuidv7()),
    organisationId,
    organisationKind,
    role: 'owner',
  })
  const platform = await asSystem(database, (tx) => makeOrganisation(tx, 'platform'))
  const buyer = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer'))
  const app = openDatabase({ url, role: 'enlace_app', maxConnections: 1 })
  const read = (actor: MemberActor) => asActor(app, actor, (tx) => listSigns(tx, 10))
  const seen = await read(member(platform, 'platform'))
  const hidden = await read(member(buyer, 'buyer'))
  await app.close()
  expect(seen.find((row) => row.organisationId === late)).toMatchObject({
    name: 'Late',
    shared: 1,
    copied: 4,
    copiedFrom: { name: 'First' },
  })
  expect(seen.filter(({ copied }) => copied > 0).map(({ name }) => name)).not.toContain('First')
  expect(hidden).toEqual([])
})
