import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  answerInnovation,
  asSystem,
  insertInnovation,
  listLinkages,
  openDatabase,
  publishInnovation,
  record,
  withdrawInnovation,
  type Database,
} from '@enlace/database'
import {
  asId,
  type Answer,
  type InnovationContent,
  type InnovationId,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type UserId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { settleAll } from '../../test/settle.ts'
import { startLinkage } from '../linkages/start-linkage.ts'
import { openNeedBook } from '../matches/need-book.ts'
import { notify } from '../notifications/notify.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { fitInnovations, tellingStates } from './fit-innovations.ts'
import { openInnovationBook } from './innovation-book.ts'

const log = createLog('worker-test', 'silent')
const person = asId<UserId>('0190a000-0000-7000-8000-000000000001')
let database: Database
let reactions: Readonly<Record<string, Reaction>>
let supplier: OrganisationId
let buyer: OrganisationId
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
  reactions = {
    'fit-innovations': fitInnovations({
      needs: openNeedBook(database, tellingStates),
      innovations: openInnovationBook(database),
    }),
    'start-linkage': startLinkage,
    notify,
  }
  await asSystem(database, async (tx) => {
    supplier = await makeSupplier(tx, 'Niebla Ltda', passportContent('Fog nets for haul roads'))
    for (const said of ['Catering for camps', 'Steel structures and welding', 'Road works and water trucks', 'Valves'])
      await makeSupplier(tx, said, passportContent(said))
    buyer = await makeOrganisation(tx, 'buyer', 'Mina Norte')
  })
})
afterAll(() => database.close())

/** Carries out everything recorded so far. */
const settle = (): Promise<void> => settleAll(database, log, reactions)

const dust: InnovationContent = {
  title: 'Fog nets against dust',
  problem: 'Haul roads raise dust and drink water from the valley.',
  solution: '',
  language: 'en',
  theme: 'water',
  maturity: 'prototype',
  seeks: ['pilot-site'],
  categories: [{ scheme: 'CPV', code: '45233140' }],
  evidence: '',
  references: [],
  fileIds: [],
}
async function show(content: InnovationContent): Promise<InnovationId> {
  const id = asId<InnovationId>(uuidv7())
  await asSystem(database, async (tx) => {
    await insertInnovation(tx, { id, organisationId: supplier, content, confidential: '' })
    const version = await publishInnovation(tx, id, 1, { content, confidential: '' }, person)
    await record(
      tx,
      'innovation.published',
      { innovationId: id, organisationId: supplier, version: version ?? 0 },
      { organisationId: supplier },
    )
  })
  return id
}
const need = (given: Partial<NeedContent>, owner = buyer): Promise<NeedId> =>
  asSystem(database, async (tx) => {
    const id = await makeNeed(tx, owner, needContent(given))
    await record(tx, 'need.published', { needId: id, organisationId: owner, version: 1 }, { organisationId: owner })
    return id
  })
const end = (id: NeedId, state: 'closed' | 'cancelled'): Promise<unknown> =>
  asSystem(database, async (tx) => {
    await tx.execute(sql`update needs set state = ${state}, changed_xid = pg_current_xact_id() where id = ${id}`)
    await record(tx, `need.${state}`, { needId: id, organisationId: buyer, version: 1 }, { organisationId: buyer })
  })
type Fit = { need_id: string; score: number; words: string[]; category: { wanted: string } | null }
const fits = (id: InnovationId): Promise<Fit[]> =>
  asSystem(database, async (tx) => [
    ...(await tx.execute<Fit>(
      sql`select need_id, score, words, category from innovation_fits where innovation_id = ${id} order by score desc`,
    )),
  ])

it('meets a need of the past, whichever of the two came first, with the words that met and the nearest category', async () => {
  const past = await need({
    title: 'Dust on haul roads',
    text: 'Water trucks do not keep the dust of our haul roads down.',
    categories: [{ scheme: 'CPV', code: '45233000' }],
  })
  const other = await need({
    title: 'Lunch',
    text: 'Catering for two hundred people in a camp.',
    categories: [{ scheme: 'CPV', code: '55520000' }],
  })
  await end(past, 'closed')
  await settle()
  const id = await show(dust)
  await settle()
  const found = await fits(id)
  expect(found.map((fit) => fit.need_id)).toEqual([past])
  expect(found[0]?.words).toEqual(expect.arrayContaining(['dust', 'Haul', 'roads']))
  expect(found[0]?.category).toMatchObject({ wanted: '45233000', own: '45233140' })
  expect(found[0]?.score).toBeGreaterThan(0.3)
  expect(other).not.toBe(past)
  // The same pair the other way round has the same score.
  const later = await need({
    title: 'Dust on haul roads',
    text: 'Water trucks do not keep the dust of our haul roads down.',
    categories: [{ scheme: 'CPV', code: '45233000' }],
  })
  await settle()
  const both = await fits(id)
  expect(both.map((fit) => fit.need_id).toSorted()).toEqual([past, later].toSorted())
  expect(both[0]?.score).toBe(both[1]?.score)
})

it('forgets a need that was dropped and an innovation that is withdrawn', async () => {
  const asked = await need({
    title: 'Quiet crushers',
    text: 'Crushers howl at night and the village complains.',
    categories: [],
  })
  const id = await show({
    ...dust,
    title: 'Howl dampers',
    problem: 'Crushers howl at night, and a village next to them complains.',
    categories: [],
  })
  await settle()
  expect((await fits(id)).map((fit) => fit.need_id)).toEqual([asked])
  await end(asked, 'cancelled')
  await settle()
  expect(await fits(id)).toEqual([])
  await need({
    title: 'Quiet crushers again',
    text: 'Crushers howl at night and the village complains.',
    categories: [],
  })
  await settle()
  expect(await fits(id)).toHaveLength(1)
  await asSystem(database, async (tx) => {
    await withdrawInnovation(tx, id)
    await record(
      tx,
      'innovation.withdrawn',
      { innovationId: id, organisationId: supplier },
      { organisationId: supplier },
    )
  })
  await settle()
  expect(await fits(id)).toEqual([])
})

const answer = (id: InnovationId, reader: OrganisationId, said: Answer): Promise<void> =>
  asSystem(database, async (tx) => {
    await answerInnovation(tx, id, reader, { answer: said, reason: 'Because.', by: person })
    await record(
      tx,
      'innovation.answered',
      { innovationId: id, organisationId: supplier, readerId: reader, answer: said },
      { organisationId: reader },
    )
  })
const linkages = (reader: OrganisationId): Promise<unknown[]> =>
  asSystem(database, async (tx) => [
    ...(await tx.execute(
      sql`select stage, innovation_id, buyer_hidden from linkages where buyer_id = ${reader} and supplier_id = ${supplier}`,
    )),
  ])

it('begins a linkage once a buyer is interested, and none where it is not; its supplier is told of both', async () => {
  const id = await show(dust)
  const other = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer', 'Mina Sur'))
  await answer(id, other, 'not-for-us')
  await answer(id, buyer, 'interested')
  await answer(id, buyer, 'interested')
  await settle()
  expect(await linkages(other)).toEqual([])
  const [begun] = await asSystem(database, (tx) => listLinkages(tx, buyer, { after: null, limit: 1, stage: null }))
  expect(begun?.innovation).toEqual({ id, title: dust.title })
  expect(await linkages(buyer)).toEqual([{ stage: 'match', innovation_id: id, buyer_hidden: false }])
  const told = await asSystem(database, (tx) =>
    tx.execute<{ detail: object }>(
      sql`select detail from notifications where organisation_id = ${supplier} and kind = 'innovation-answered' and subject = ${id}`,
    ),
  )
  expect(told.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([
      { title: dust.title, buyer: 'Mina Sur', answer: 'not-for-us' },
      { title: dust.title, buyer: 'Mina Norte', answer: 'interested' },
    ]),
  )
})

it('begins none where one of the two closed the room to the other', async () => {
  const id = await show(dust)
  const reader = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer', 'Mina Este'))
  await answer(id, reader, 'interested')
  await settle()
  expect(await linkages(reader)).toHaveLength(1)
  await asSystem(database, async (tx) => {
    const [linkage] = await tx.execute<{ id: string }>(
      sql`update linkages set stage = 'stopped' where buyer_id = ${reader} returning id`,
    )
    await tx.execute(sql`insert into linkage_blocks (linkage_id, organisation_id) values (${linkage?.id}, ${supplier})`)
  })
  await answer(id, reader, 'interested')
  await settle()
  expect(await linkages(reader)).toMatchObject([{ stage: 'stopped' }])
})
