import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  asSystem,
  lockRanking,
  openDatabase,
  placeSupplier,
  readChampion,
  readRanking,
  rollBackChampion,
  switchChampion,
  type Database,
  type NewEvent,
} from '@enlace/database'
import {
  asId,
  buyerCriterionIds,
  type ModelReport,
  type NeedId,
  type OrganisationId,
  type UserId,
  type WeightProfiles,
} from '@enlace/domain'
import {
  historyTruth,
  makeHistory,
  makeNeed,
  makeOrganisation,
  makeSupplier,
  needContent,
  passportContent,
  testDatabase,
} from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { prepared } from '../../test/prepared.ts'
import { rankImport } from '../matches/rank-import.ts'
import { rankOneNeed } from '../matches/rank-need.ts'
import { openRankingBooks, type RankingBooks } from '../matches/ranking-books.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { askForTraining } from './ask-for-training.ts'
import { trainModel } from './train-model.ts'

const person = asId<UserId>('0190a000-0000-7000-8000-000000000001')
type Row = {
  id: string
  number: number
  kind: string
  state: string
  weights: WeightProfiles | null
  labels: number
  report: ModelReport | null
}

const open = async (): Promise<Database> =>
  openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 8 })
const modelsOf = async (database: Database): Promise<Row[]> => [
  ...(await asSystem(database, (tx) =>
    tx.execute<Row>(sql`select id, number, kind, state, weights, labels, report from model_versions order by number`),
  )),
]
const requested: NewEvent = { name: 'model.requested', organisationId: null, payload: { userId: null } }
const weightsChanged: NewEvent = {
  name: 'weights.changed',
  organisationId: null,
  payload: { modelId: asId(crypto.randomUUID()) },
}
/** Carries a reaction to an event out, as the worker does. */
const react = async (database: Database, reaction: Reaction, event: NewEvent): Promise<void> =>
  asSystem(database, await prepared(database, reaction, event))

describe('training from a history made by known weights', () => {
  let database: Database
  let books: RankingBooks
  let needId: NeedId
  let near: OrganisationId
  const lima = { country: 'PE', region: 'Lima', locality: null, latitude: null, longitude: null }
  const words = 'Acrylic dust suppressant for unpaved haul roads'
  beforeAll(async () => {
    database = await open()
    books = openRankingBooks(database)
    await makeHistory(database, { needs: 90, seed: 7 })
    await asSystem(database, async (tx) => {
      const buyer = await makeOrganisation(tx, 'buyer')
      await makeSupplier(tx, 'Words', passportContent(`${words}. Dust suppressant, acrylic, haul roads.`))
      const content = passportContent('Dust on roads')
      near = await makeSupplier(tx, 'Near', { ...content, facts: { ...content.facts, country: 'PE', sites: [lima] } })
      needId = await makeNeed(tx, buyer, needContent({ title: words, text: `We look for ${words}.`, place: lima }))
    })
    await asSystem(database, (tx) => rankOneNeed(tx, books, needId, null))
  }, 60_000)
  afterAll(() => database.close())
  /** The list as it is kept, to the byte. */
  const list = () =>
    asSystem(database, (tx) =>
      tx.execute<{ supplier_id: string; body: string; closing: string; rank: number; score: number }>(sql`
        select supplier_id, body::text, closing::text, rank, score from matches where need_id = ${needId} order by rank`),
    )
  const candidate = async (): Promise<Row> => {
    const found = (await modelsOf(database)).find(({ state }) => state === 'candidate')
    if (found === undefined) throw new Error('no candidate')
    return found
  }
  const champion = async () => (await asSystem(database, readChampion)).id

  it('keeps a candidate near those weights, with a report, and ranks nothing by it', async () => {
    await react(database, trainModel(database), requested)
    const [handSet, made] = await modelsOf(database)
    expect([handSet?.state, made?.state, made?.kind, made?.number]).toEqual(['champion', 'candidate', 'learned', 2])
    const learned = made?.weights?.['producer-driven']
    for (const id of buyerCriterionIds)
      expect(Math.abs((learned?.buyer[id] ?? 1) - (historyTruth[id] ?? 0))).toBeLessThan(0.1)
    expect(made?.labels).toBeGreaterThan(800)
    expect(made?.report?.better).toBe(true)
    expect(made?.report?.challenger?.figures.ndcg).toBeGreaterThan((made?.report?.champion.figures.ndcg ?? 1) + 0.05)
    expect((await asSystem(database, (tx) => readRanking(tx, needId)))?.learnedWeights).toBeNull()
  })

  it('ranks open needs anew by what is put in force, and gives the scores of before back to the byte', async () => {
    const before = await list()
    const { id } = await candidate()
    const first = await champion()
    const switched = await asSystem(database, (tx) => switchChampion(tx, { id: asId(id), champion: first, by: person }))
    expect(switched).toEqual({ modelId: id, reweighs: true })
    expect(await list()).toEqual(before)
    await react(database, rankImport(database, books), weightsChanged)
    const after = await list()
    expect(after.map(({ body }) => (JSON.parse(body) as { weights: string }).weights)).toEqual([
      'producer-driven/2',
      'producer-driven/2',
    ])
    expect(after.map(({ score }) => score)).not.toEqual(before.map(({ score }) => score))
    expect(after[0]?.supplier_id).toBe(near)
    expect((await asSystem(database, (tx) => readRanking(tx, needId)))?.learnedWeights?.version).toBe(
      'producer-driven/2',
    )
    // What is weighed by the weights of before has no place in the new list.
    const old = JSON.parse(before[0]?.body ?? '') as never
    await asSystem(database, async (tx) => {
      await lockRanking(tx, needId)
      const match = Object.assign({}, old, { closing: { acts: [], wayIn: null } })
      return placeSupplier(tx, asId<OrganisationId>(before[0]?.supplier_id ?? ''), [match])
    })
    expect(await list()).toEqual(after)
    expect(await asSystem(database, (tx) => rollBackChampion(tx, asId(id), person))).toEqual({
      modelId: first,
      reweighs: true,
    })
    await react(database, rankImport(database, books), weightsChanged)
    expect(await list()).toEqual(before)
    expect((await candidate()).id).toBe(id)
  })

  it('changes nothing for who saw another champion, for what is no candidate, and where nothing was before', async () => {
    const { id } = await candidate()
    const first = await champion()
    const ask = (of: { id: string; champion: string }): Promise<unknown> =>
      asSystem(database, async (tx) => {
        const answer = await switchChampion(tx, { id: asId(of.id), champion: asId(of.champion), by: person })
        if (typeof answer === 'string') throw new Error(answer)
        return answer
      }).catch((error: Error) => error.message)
    expect(await ask({ id, champion: id })).toBe('changed')
    expect(await ask({ id: first, champion: first })).toBe('unfit')
    expect(await asSystem(database, (tx) => rollBackChampion(tx, asId(id), person))).toBe('changed')
    expect(await champion()).toBe(first)
    const both = await Promise.all([ask({ id, champion: first }), ask({ id, champion: first })])
    expect(both.filter((answer) => answer === 'changed')).toHaveLength(1)
    expect((await modelsOf(database)).filter(({ state }) => state === 'champion').map((row) => row.id)).toEqual([id])
  })

  it('makes a candidate anew where another model came into force while it was made', async () => {
    const effect = await prepared(database, trainModel(database), requested)
    const before = await modelsOf(database)
    await asSystem(database, async (tx) => rollBackChampion(tx, await readChampion(tx).then(({ id }) => id), person))
    await expect(asSystem(database, effect)).rejects.toThrow('another model came into force')
    expect(await modelsOf(database)).toHaveLength(before.length)
  })

  it('is asked for once a day, by whichever worker comes first, and only where there is something new', async () => {
    const asked = () =>
      asSystem(
        database,
        async (tx) =>
          (
            await tx.execute(
              sql`select id from events where name = 'model.requested' and organisation_id is null and payload ? 'userId'`,
            )
          ).length,
      )
    const before = await asked()
    expect(await askForTraining(database)).toBe(false)
    await asSystem(database, async (tx) => {
      await tx.execute(sql`update model_training set asked_at = '-infinity'`)
      await tx.execute(sql`update model_versions set labels = 850 where number = 2`)
    })
    const answers = await Promise.all([askForTraining(database), askForTraining(database), askForTraining(database)])
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await asked()).toBe(before + 1)
  })
})

it.each([
  ['shuffled labels', { needs: 90, seed: 3, shuffled: true }, 'calibrated'],
  ['too few labels to learn', { needs: 30, seed: 7 }, 'calibrated'],
])(
  'offers no other weights from %s, only how often matches of a score were shortlisted',
  async (_name, given, kind) => {
    const database = await open()
    await makeHistory(database, given)
    await react(database, trainModel(database), requested)
    const [, made] = await modelsOf(database)
    expect([made?.kind, made?.weights, made?.report?.better]).toEqual([kind, null, false])
    const first = await asSystem(database, readChampion)
    const switched = await asSystem(database, (tx) =>
      switchChampion(tx, { id: asId(made?.id ?? ''), champion: first.id, by: person }),
    )
    expect(switched).toEqual({ modelId: made?.id, reweighs: false })
    expect((await asSystem(database, readChampion)).calibration.reduce((sum, { of }) => sum + of, 0)).toBe(made?.labels)
    await database.close()
  },
  60_000,
)

it('makes nothing from too few labels', async () => {
  const database = await open()
  await makeHistory(database, { needs: 19, seed: 7 })
  await react(database, trainModel(database), requested)
  expect(await modelsOf(database)).toHaveLength(1)
  await database.close()
})
