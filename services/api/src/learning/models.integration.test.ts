import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ModelsView, Output, readCalibration } from '@enlace/contracts'
import { asActor, asSystem, insertCandidate, openDatabase, readChampion } from '@enlace/database'
import {
  asId,
  labelsToCalibrate,
  train,
  weightProfiles,
  type ModelId,
  type UserId,
  type WeightProfiles,
} from '@enlace/domain'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let admin: Signed
let auditor: Signed
let buyer: Signed
const handSet = '00000000-0000-7000-8000-000000000001'
const versioned = (number: number): WeightProfiles => ({
  ...weightProfiles,
  'producer-driven': { ...weightProfiles['producer-driven'], version: `producer-driven/${number}` },
})

beforeAll(async () => {
  api = await startApi()
  admin = await api.member('platform')
  auditor = await api.colleague(admin.organisationId, 'auditor')
  buyer = await api.member('buyer')
})
afterAll(() => api.close())

const view = async (): Promise<ModelsView> => (await admin.client.get('/api/models')).body
/** Keeps a candidate, as the worker does. */
const candidate = (given: { readonly weights?: WeightProfiles; readonly madeBy?: UserId } = {}): Promise<ModelId> =>
  asSystem(api.system, async (tx) => {
    const champion = await readChampion(tx)
    const [id, number] = [asId<ModelId>(uuidv7()), champion.lastNumber + 1]
    const { report } = train([], [], weightProfiles, number)
    const calibration = [{ from: 0, shortlisted: 3, of: 30 }]
    const { weights = null, madeBy = null } = given
    const kind = weights === null ? ('calibrated' as const) : ('learned' as const)
    await insertCandidate(tx, { id, number, kind, weights, calibration, labels: 250, report, madeBy }, champion.id)
    return id
  })
const put = ({ client }: Signed, id: string, champion: string): Promise<Answer> =>
  client.post(`/api/models/${id}/switch`, { champion })
const back = ({ client }: Signed, champion: string): Promise<Answer> =>
  client.post('/api/models/roll-back', { champion })
/** What happened since, with what it obliges us to. */
const happened = (): Promise<unknown[]> =>
  asSystem(api.system, async (tx) => [
    ...(await tx.execute(sql`
      select name, reaction from events left join reaction_runs on event_id = events.id
      where name like 'model.%' or name = 'weights.changed' order by events.id`)),
  ])

it('begins with the weights set by hand, and shows them to the platform alone', async () => {
  const { champion, candidates, retired, labels, training } = await view()
  expect(champion).toMatchObject({
    id: handSet,
    number: 1,
    kind: 'hand-set',
    weights: null,
    report: null,
    replaces: false,
  })
  expect([candidates, retired, training]).toEqual([[], [], false])
  expect(labels).toEqual({ labels: 0, shortlisted: 0, needs: 0, toCalibrate: 200, toLearn: 500 })
  expect((await auditor.client.get('/api/models')).status).toBe(200)
  expect((await buyer.client.get('/api/models')).status).toBe(403)
})

it('refuses to train from too few labels and says how many are missing; from enough it asks the worker once', async () => {
  const refused = await admin.client.post('/api/models/train')
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'model.too-few-labels', faults: [{ path: 'labels', code: 'missing', message: '200' }] },
  })
  await asSystem(api.system, async (tx) => {
    const [of, supplier] = [await makeOrganisation(tx, 'buyer'), await makeSupplier(tx, 'S', passportContent('Pumps'))]
    for (let at = 0; at < labelsToCalibrate; at += 1) {
      const id = await makeNeed(tx, of, needContent())
      await tx.execute(sql`
        insert into match_impressions (need_id, supplier_id, need_version, weights, model, position, barred, found)
        values (${id}, ${supplier}, 1, 'w', 'm', 1, false, '{}')`)
      await tx.execute(
        sql`insert into match_choices (need_id, supplier_id, choice) values (${id}, ${supplier}, 'awarded')`,
      )
    }
  })
  expect((await auditor.client.post('/api/models/train')).status).toBe(403)
  expect(await happened()).toEqual([])
  const asked = await admin.client.post('/api/models/train')
  expect(asked).toMatchObject({
    status: 202,
    body: { training: true, labels: { labels: 200, shortlisted: 200, needs: 200 } },
  })
  expect(await happened()).toEqual([{ name: 'model.requested', reaction: 'train-model' }])
  await asSystem(api.system, (tx) => tx.execute(sql`delete from reaction_runs`))
})

it('switches to a candidate and back, each once, and owes new rankings only where weights are others', async () => {
  const before = (await happened()).length
  const calibrated = await candidate({ madeBy: admin.userId })
  expect((await view()).candidates).toMatchObject([{ id: calibrated, kind: 'calibrated', replaces: false }])
  expect((await view()).candidates[0]?.madeBy).toEqual(expect.any(String))
  expect(await put(admin, calibrated, handSet)).toMatchObject({
    status: 200,
    body: { champion: { id: calibrated, replaces: true } },
  })
  const learned = await candidate({ weights: versioned(7) })
  expect(await put(admin, learned, calibrated)).toMatchObject({ status: 200, body: { champion: { id: learned } } })
  expect((await happened()).slice(before)).toEqual([
    { name: 'model.switched', reaction: null },
    { name: 'model.switched', reaction: null },
    { name: 'weights.changed', reaction: 'rank-import' },
  ])
  const went = await back(admin, learned)
  expect(went).toMatchObject({ status: 200, body: { champion: { id: calibrated }, candidates: [{ id: learned }] } })
  // A step back can be taken back, and one can go back as far as to the weights set by hand.
  expect((await put(admin, learned, calibrated)).status).toBe(200)
  expect((await back(admin, learned)).status).toBe(200)
  expect(await back(admin, calibrated)).toMatchObject({
    status: 200,
    body: { champion: { id: handSet }, candidates: [{ id: calibrated }] },
  })
})

it('refuses what is no candidate, who saw another champion, and a step back from the first; nothing changes', async () => {
  const { champion, candidates, retired } = await view()
  const events = (await happened()).length
  const [old, next] = [retired[0]?.id ?? '', candidates[0]?.id ?? '']
  expect(await put(admin, old, champion.id)).toMatchObject({ status: 409, body: { code: 'model.not-candidate' } })
  expect(await put(admin, uuidv7(), champion.id)).toMatchObject({ status: 409, body: { code: 'model.not-candidate' } })
  expect(await put(admin, next, old)).toMatchObject({ status: 412, body: { code: 'thing.changed' } })
  expect(await back(admin, next)).toMatchObject({ status: 412, body: { code: 'thing.changed' } })
  expect(await back(admin, champion.id)).toMatchObject({ status: 409, body: { code: 'model.nothing-before' } })
  expect((await put(admin, next, 'seven')).status).toBe(422)
  for (const who of [auditor, buyer])
    expect([(await put(who, next, champion.id)).status, (await back(who, champion.id)).status]).toEqual([403, 403])
  expect([await view(), (await happened()).length]).toEqual([
    { champion, candidates, retired, ...(await rest()) },
    events,
  ])
})
const rest = async () => {
  const { labels, training } = await view()
  return { labels, training }
}

it('tells buyers how often matches of the weights in force are shortlisted, and gives them the weights to go back to', async () => {
  const calibration = async ({ client }: Signed): Promise<Output<typeof readCalibration>> =>
    (await client.get('/api/calibration')).body
  expect((await calibration(buyer)).steps).toEqual([])
  const learned = await candidate({ weights: versioned(8) })
  await put(admin, learned, handSet)
  expect(await calibration(buyer)).toEqual({
    weights: expect.arrayContaining(['producer-driven/8', 'buyer-driven/1']),
    steps: [{ from: 0, shortlisted: 3, of: 30 }],
  })
  const id = await asSystem(api.system, (tx) => makeNeed(tx, buyer.organisationId, needContent()))
  expect((await buyer.client.delete(`/api/needs/${id}/weights`)).body).toMatchObject({ version: 'producer-driven/8' })
  expect((await buyer.client.get(`/api/needs/${id}/matches`)).body).toMatchObject({
    ownWeights: null,
    learnedWeights: { version: 'producer-driven/8' },
  })
})

it('is behind the row-level wall as well: others see the champion alone and change nothing', async () => {
  const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 2 })
  const as = ({ userId, organisationId }: Signed, organisationKind: 'buyer' | 'platform') =>
    ({ kind: 'member', userId, organisationId, organisationKind, role: 'owner' }) as const
  const count = (actor: ReturnType<typeof as>, statement: string): Promise<number> =>
    asActor(app, actor, async (tx) => (await tx.execute(sql.raw(statement))).length)
  const all = 'select id from model_versions'
  const change = "update model_versions set state = 'retired' where state = 'champion' returning id"
  expect([await count(as(buyer, 'buyer'), all), await count(as(buyer, 'buyer'), change)]).toEqual([1, 0])
  expect(await count(as(buyer, 'buyer'), 'select * from label_figures() where labels > 0')).toBe(0)
  expect(await count(as(admin, 'platform'), all)).toBeGreaterThan(3)
  await app.close()
})
