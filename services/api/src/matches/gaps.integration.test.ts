import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Output, readGaps } from '@enlace/contracts'
import { asSystem, insertPassport, lockRanking, publishPassport, readNeed, storeRanking } from '@enlace/database'
import {
  asId,
  exclusionGrounds,
  noSignals,
  scoreMatch,
  weightProfiles,
  type EntryId,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type Passport,
  type PassportContent,
  type PassportId,
} from '@enlace/domain'
import { makeNeed, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

const day = '2026-01-01'
let api: TestApi
let buyer: OrganisationId
let supplier: { readonly organisationId: OrganisationId; readonly client: Client }
let rival: { readonly organisationId: OrganisationId; readonly client: Client }
const content = passportContent('Welding of steel frames')

const passportOf = (given: PassportContent): Passport => ({
  ...given,
  id: asId<PassportId>(uuidv7()),
  organisationId: supplier.organisationId,
  name: 'Welder',
  state: 'published',
  version: 1,
  publishedAt: null,
  // It has said all that buyers exclude for, so that its papers alone decide.
  exclusions: {
    revision: '1',
    statements: exclusionGrounds.map((ground) => ({ ground, says: 'none', on: day, by: null, source: '' })),
  },
})
/** Ranks a need for the supplier with what its passport says, as the worker does, and tells its score. */
const rank = (needId: NeedId, given: PassportContent): Promise<number> =>
  asSystem(api.system, async (tx) => {
    const need = await readNeed(tx, needId)
    if (need === null) throw new Error('the need was made')
    const match = scoreMatch(need, passportOf(given), noSignals, weightProfiles[need.governance], day)
    await lockRanking(tx, needId)
    await storeRanking(tx, {
      ...{ needId, buyerId: buyer, needVersion: need.version },
      ...{ considered: 1, degraded: false, partial: false, weights: match.weights, matches: [match] },
    })
    return match.score
  })
const post = async (given: Partial<NeedContent>): Promise<NeedId> => {
  const id = await asSystem(api.system, (tx) => makeNeed(tx, buyer, needContent(given)))
  await rank(id, content)
  return id
}
const read = async ({ client }: { readonly client: Client }): Promise<Output<typeof readGaps>> => {
  const { status, body } = await client.get('/api/gaps')
  expect(status).toBe(200)
  return body
}
const opened = async (): Promise<{ readonly needs: number; readonly opens: number | undefined }> => {
  const { needs, gaps } = await read(supplier)
  return { needs, opens: gaps[0]?.opens }
}
const paper = (scheme: string, mandatory = true) => ({ scheme, mandatory })
const held = (scheme: string): PassportContent['certificates'][number] => ({
  ...{ id: asId<EntryId>(uuidv7()), scheme, scope: null, issuer: null, number: null },
  ...{ issuedOn: null, expiresOn: null, fileId: null, verifiedBy: null },
})

let first: NeedId
let second: NeedId
let wished: NeedId
let both: NeedId
beforeAll(async () => {
  api = await startApi()
  buyer = (await api.member('buyer')).organisationId
  supplier = await api.member('supplier')
  rival = await api.member('supplier')
})
afterAll(() => api.close())

it('says that a passport which is not published is not matched', async () => {
  expect(await read(supplier)).toEqual({ published: false, needs: 0, gaps: [], farther: [] })
  await asSystem(api.system, async (tx) => {
    const { organisationId } = supplier
    await insertPassport(tx, { id: asId<PassportId>(uuidv7()), organisationId, content })
    await publishPassport(tx, organisationId, 1, null)
  })
  expect(await read(supplier)).toMatchObject({ published: true, needs: 0 })
})

it('counts over all open needs what a certificate opens and improves, and what takes more than one', async () => {
  first = await post({ title: 'First', requiredCertificates: [paper('BRCGS')] })
  second = await post({ title: 'Second', requiredCertificates: [paper('brcgs:2022')] })
  wished = await post({ title: 'Wished', requiredCertificates: [paper('BRCGS', false)] })
  both = await post({ title: 'Both', requiredCertificates: [paper('BRCGS'), paper('HACCP')] })
  const { needs: seen, gaps, farther } = await read(supplier)
  expect(seen).toBe(4)
  const [gap] = gaps
  expect(gap).toMatchObject({ id: 'certificates', opens: 2, improves: 2 })
  expect(new Set(gap?.needs.filter(({ opens }) => opens).map(({ id }) => id))).toEqual(new Set([first, second]))
  expect(farther.map(({ id, wayIn }) => [id, wayIn.gaps.map(({ detail }) => detail['scheme'])])).toEqual([
    [both, ['BRCGS', 'HACCP']],
  ])
})

it('promises what scoring finds once the passport says so', async () => {
  const [gap] = (await read(supplier)).gaps
  const after: Record<string, number> = {}
  for (const { id } of gap?.needs ?? []) after[id] = await rank(id, { ...content, certificates: [held('BRCGS')] })
  expect(Object.keys(after)).toHaveLength(4)
  expect(after).toEqual(Object.fromEntries((gap?.needs ?? []).map(({ id, scoreAfter }) => [id, scoreAfter])))
  const [next] = (await read(supplier)).gaps
  expect(next).toMatchObject({ id: 'certificates', detail: { scheme: 'HACCP' }, opens: 1 })
  for (const id of [first, second, wished, both]) await rank(id, content)
})

it('leaves out what the supplier may not see, has no use for, or has ended; nobody else is told', async () => {
  expect(await read(rival)).toEqual({ published: false, needs: 0, gaps: [], farther: [] })
  const hidden = await post({ requiredCertificates: [paper('BRCGS')], confidentiality: 'invited' })
  expect((await read(supplier)).needs).toBe(4)
  await asSystem(api.system, (tx) =>
    tx.execute(sql`insert into need_invitations (need_id, supplier_id) values (${hidden}, ${supplier.organisationId})`),
  )
  expect(await opened()).toEqual({ needs: 5, opens: 3 })
  expect((await supplier.client.post(`/api/needs/${first}/answer`, { answer: 'not-for-us' })).status).toBe(200)
  expect(await opened()).toEqual({ needs: 4, opens: 2 })
  await asSystem(api.system, (tx) => tx.execute(sql`update needs set state = 'closed' where id = ${second}`))
  expect(await opened()).toEqual({ needs: 3, opens: 1 })
})

it('is refused to those who supply nothing', async () => {
  expect((await (await api.member('buyer')).client.get('/api/gaps')).status).toBe(403)
})
