import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { InnovationCard, InnovationReader, InnovationView } from '@enlace/contracts'
import { asSystem, replaceInnovationFits } from '@enlace/database'
import type { InnovationId, NeedId } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'
import postgres from 'postgres'

import { fogNets } from '../../test/fog-nets.ts'
import { formOf } from '../../test/multipart.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const fields = ({ body }: Answer): string[] => (body as { faults: { path: string }[] }).faults.map(({ path }) => path)

const write = async ({ client }: Signed, given: object = {}, confidential = ''): Promise<InnovationView> =>
  (await client.post('/api/innovations', { content: { ...fogNets, ...given }, confidential })).body
async function show(supplier: Signed, given: object = {}, confidential = ''): Promise<string> {
  const { id } = await write(supplier, given, confidential)
  expect((await supplier.client.post(`/api/innovations/${id}/publish`, { revision: 1 })).status).toBe(200)
  return `/api/innovations/${id}`
}
const list = async ({ client }: Signed, query = ''): Promise<string[]> =>
  ((await client.get(`/api/innovations${query}`)).body as { items: InnovationCard[] }).items.map(({ title }) => title)
const readers = async ({ client }: Signed, at: string): Promise<InnovationReader[]> =>
  ((await client.get(`${at}/readers`)).body as { items: InnovationReader[] }).items

describe('an innovation', () => {
  it('is a draft, then shown; what is written afterwards is not shown before it is published again', async () => {
    const [supplier, buyer] = [await api.member('supplier'), await api.member('buyer')]
    const { id, revision, state } = await write(supplier, { problem: '', seeks: [] })
    const at = `/api/innovations/${id}`
    expect([revision, state]).toEqual([1, 'draft'])
    expect(codeOf(await buyer.client.get(at))).toEqual([404, 'thing.not-found'])
    const lacking = await supplier.client.post(`${at}/publish`, { revision: 1 })
    expect(codeOf(lacking)).toEqual([422, 'innovation.incomplete'])
    expect(fields(lacking)).toEqual(['body.content.problem', 'body.content.seeks'])
    expect((await supplier.client.put(at, { content: fogNets, revision: 1 })).status).toBe(200)
    expect(codeOf(await supplier.client.put(at, { content: fogNets, revision: 1 }))).toEqual([412, 'thing.changed'])
    expect(codeOf(await supplier.client.post(`${at}/publish`, { revision: 1 }))).toEqual([412, 'thing.changed'])
    expect((await supplier.client.post(`${at}/publish`, { revision: 2 })).body).toMatchObject({
      version: 1,
      changed: false,
    })
    // Again there is nothing to show.
    expect((await supplier.client.post(`${at}/publish`, { revision: 2 })).body).toMatchObject({ version: 1 })
    await supplier.client.put(at, { content: { ...fogNets, title: 'Fog fences' }, revision: 2 })
    expect((await supplier.client.get(at)).body).toMatchObject({
      title: 'Fog fences',
      changed: true,
      state: 'published',
    })
    expect((await buyer.client.get(at)).body).toMatchObject({
      title: 'Fog nets',
      mine: false,
      revision: null,
      counts: null,
    })
    expect((await supplier.client.post(`${at}/withdraw`)).body).toMatchObject({ state: 'withdrawn' })
    expect(codeOf(await supplier.client.post(`${at}/withdraw`))).toEqual([409, 'innovation.state'])
    expect(codeOf(await buyer.client.get(at))).toEqual([404, 'thing.not-found'])
  })

  it('is found by words in any accents, by theme, maturity and what it seeks, page by page', async () => {
    const [supplier, buyer] = [await api.member('supplier'), await api.member('buyer')]
    await show(supplier, {
      title: 'Válvula de espuma',
      problem: 'Relaves que se secan y levantan polvo.',
      theme: 'safety',
    })
    await show(supplier, {
      title: 'Espuma seca',
      problem: 'Incendios en correas sin agua cerca.',
      theme: 'safety',
      seeks: ['buyer'],
    })
    expect(await list(buyer, '?text=valvula')).toEqual(['Válvula de espuma'])
    expect(await list(buyer, '?text=ESPU')).toEqual(['Espuma seca', 'Válvula de espuma'])
    expect(await list(buyer, '?text=espuma&seeks=buyer')).toEqual(['Espuma seca'])
    expect(await list(buyer, '?text=espuma&theme=water')).toEqual([])
    expect(await list(buyer, '?text=espuma&maturity=prototype&theme=safety&limit=1')).toEqual(['Espuma seca'])
    expect(await list(buyer, '?text=%27%26%21%7C')).toEqual([])
    const { next } = (await buyer.client.get('/api/innovations?text=espuma&limit=1')).body as { next: string }
    expect(await list(buyer, `?text=espuma&limit=1&cursor=${next}`)).toEqual(['Válvula de espuma'])
    expect(codeOf(await buyer.client.get('/api/innovations?theme=gold'))).toEqual([422, 'input.invalid'])
  })

  it('is shown to no other supplier, and to no agency behind a wall', async () => {
    const [supplier, rival, agency] = [
      await api.member('supplier'),
      await api.member('supplier'),
      await api.member('agency'),
    ]
    const at = await show(supplier, { title: 'Behind the wall' })
    expect(codeOf(await rival.client.get(at))).toEqual([404, 'thing.not-found'])
    expect(await list(rival)).toEqual([])
    // Without the wall the agency sees it.
    expect((await agency.client.get(at)).status).toBe(200)
    expect(await list(agency, '?text=behind')).toEqual(['Behind the wall'])
    const named = await supplier.client.post('/api/rivals', { by: 'name', name: 'Redes del Mar' })
    expect(named.status).toBe(201)
    expect(codeOf(await agency.client.get(at))).toEqual([404, 'thing.not-found'])
    expect(await list(agency, '?text=behind')).toEqual([])
  })

  it('carries files that buyers can take, and none of another firm', async () => {
    const [supplier, buyer, other] = [
      await api.member('supplier'),
      await api.member('buyer'),
      await api.member('supplier'),
    ]
    const upload = async (by: Signed): Promise<string> => {
      const { body, headers } = formOf({ name: 'trial.pdf', type: 'application/pdf', bytes: '%PDF-1.7 a trial' })
      return ((await by.client.send('POST', '/api/files', body, headers)).body as { id: string }).id
    }
    const [mine, theirs] = [await upload(supplier), await upload(other)]
    const stolen = await supplier.client.post('/api/innovations', { content: { ...fogNets, fileIds: [mine, theirs] } })
    expect([codeOf(stolen), fields(stolen)]).toEqual([[422, 'input.invalid'], ['body.content.fileIds.1']])
    const draft = await write(supplier, { fileIds: [mine] })
    expect((await buyer.client.get(`/api/files/${mine}`)).status).toBe(404)
    await supplier.client.post(`/api/innovations/${draft.id}/publish`, { revision: 1 })
    expect((await buyer.client.get(`/api/innovations/${draft.id}`)).body).toMatchObject({
      files: [{ name: 'trial.pdf' }],
    })
    expect((await buyer.client.get(`/api/files/${mine}`)).status).toBe(200)
    expect((await other.client.get(`/api/files/${mine}`)).status).toBe(404)
  })
})

describe('a buyer', () => {
  it('answers; its supplier sees who read it, the answer and the reason', async () => {
    const [supplier, buyer, other] = [
      await api.member('supplier'),
      await api.member('buyer'),
      await api.member('buyer'),
    ]
    const at = await show(supplier)
    expect(await readers(supplier, at)).toEqual([])
    await buyer.client.get(at)
    await buyer.client.get(at)
    expect(codeOf(await other.client.put(`${at}/answer`, { answer: 'not-for-us' }))).toEqual([422, 'innovation.reason'])
    expect(await readers(supplier, at)).toMatchObject([
      { organisation: { id: buyer.organisationId }, times: 2, answer: null },
    ])
    await other.client.put(`${at}/answer`, { answer: 'not-for-us', reason: 'We have no haul roads.' })
    expect((await buyer.client.put(`${at}/answer`, { answer: 'interested' })).body).toMatchObject({
      answer: 'interested',
    })
    expect(await readers(supplier, at)).toMatchObject([
      { organisation: { id: other.organisationId }, answer: 'not-for-us', reason: 'We have no haul roads.' },
      { organisation: { id: buyer.organisationId }, answer: 'interested' },
    ])
    expect((await supplier.client.get(at)).body).toMatchObject({ counts: { readers: 2, interested: 1, asking: 0 } })
    const events =
      await owner`select name from events where name = 'innovation.answered' and payload ->> 'readerId' = ${buyer.organisationId}`
    expect(events).toHaveLength(1)
    expect(codeOf(await buyer.client.get(`${at}/readers`))).toEqual([403, 'identity.forbidden'])
  })

  it('reads the confidential part once its supplier agreed, and not when that was taken back', async () => {
    const [supplier, buyer, other] = [
      await api.member('supplier'),
      await api.member('buyer'),
      await api.member('buyer'),
    ]
    const at = await show(supplier, {}, 'The weave is hydrophobic.')
    const confidential = async ({ client }: Signed): Promise<unknown[]> => {
      const { confidential: text, access, hasConfidential } = (await client.get(at)).body as InnovationView
      return [text, access, hasConfidential]
    }
    expect(await confidential(buyer)).toEqual([null, 'none', true])
    const open = (granted: boolean, who = buyer): Promise<Answer> =>
      supplier.client.put(`${at}/access/${who.organisationId}`, { granted })
    expect(codeOf(await open(true))).toEqual([409, 'innovation.state'])
    await buyer.client.post(`${at}/access`, { why: 'To weigh a pilot.' })
    expect(await confidential(buyer)).toEqual([null, 'asked', true])
    expect(codeOf(await buyer.client.put(`${at}/access/${buyer.organisationId}`, { granted: true }))).toEqual([
      403,
      'identity.forbidden',
    ])
    expect(await readers(supplier, at)).toMatchObject(
      [{ access: 'asked', askedWhy: 'To weigh a pilot.' }, { access: 'none' }].slice(0, 1),
    )
    expect((await open(true)).body).toMatchObject({ access: 'granted' })
    expect(await confidential(buyer)).toEqual(['The weave is hydrophobic.', 'granted', true])
    expect(await confidential(other)).toEqual([null, 'none', true])
    await open(false)
    expect(await confidential(buyer)).toEqual([null, 'refused', true])
    const plain = await show(supplier)
    expect(codeOf(await buyer.client.post(`${plain}/access`, {}))).toEqual([409, 'innovation.state'])
  })

  it('sees first what fits its own needs and themes, with the reasons, and nothing of what fits others', async () => {
    const [supplier, buyer, other] = [
      await api.member('supplier'),
      await api.member('buyer'),
      await api.member('buyer'),
    ]
    const [one, two] = [
      await show(supplier, { title: 'Fits', theme: 'people' }),
      await show(supplier, { title: 'Themed', theme: 'community' }),
    ]
    await show(supplier, { title: 'Neither', theme: 'people' })
    const idOf = (at: string): InnovationId => at.split('/').at(-1) as InnovationId
    const needId: NeedId = await asSystem(api.system, async (tx) => {
      const id = await makeNeed(tx, buyer.organisationId, needContent({ title: 'Dust on roads' }))
      await tx.execute(`update needs set state = 'closed' where id = '${id}'`)
      const fit = {
        innovationId: idOf(one),
        innovationVersion: 1,
        needId: id,
        needVersion: 1,
        score: 0.4,
        words: ['dust'],
        category: null,
      }
      expect(await replaceInnovationFits(tx, { innovationId: idOf(one) }, [fit])).toEqual([buyer.organisationId])
      // Weighed against a version that is no longer shown, it is left out.
      expect(
        await replaceInnovationFits(tx, { innovationId: idOf(two) }, [
          { ...fit, innovationId: idOf(two), innovationVersion: 7 },
        ]),
      ).toEqual([])
      return id
    })
    const challenge = (
      await buyer.client.post('/api/needs', {
        kind: 'challenge',
        title: 'Neighbours',
        text: 'Our neighbours want work.',
      })
    ).body as { id: string }
    await owner`insert into challenge_briefs (need_id, organisation_id, content, author_id)
      values (${challenge.id}, ${buyer.organisationId}, ${owner.json({ theme: 'community' })}, ${buyer.userId})`
    const fits = async ({ client }: Signed): Promise<unknown> =>
      (
        (await client.get('/api/innovations/fits')).body as {
          items: { innovation: InnovationCard; score: number; themeCount: number; needs: unknown[] }[]
        }
      ).items.map(({ innovation, score, themeCount, needs }) => ({ title: innovation.title, score, themeCount, needs }))
    const reason = {
      needId,
      title: 'Dust on roads',
      language: 'en',
      open: false,
      score: 0.4,
      words: ['dust'],
      category: null,
    }
    expect(await fits(buyer)).toEqual([
      { title: 'Fits', score: 0.4, themeCount: 0, needs: [reason] },
      { title: 'Themed', score: 0.15, themeCount: 1, needs: [] },
    ])
    expect(await fits(other)).toEqual([])
    await buyer.client.put(`${one}/answer`, { answer: 'not-for-us', reason: 'We pave them.' })
    expect(await fits(buyer)).toMatchObject([{ title: 'Themed' }])
  })

  it('makes the problem a challenge or a need of its own, a draft without the solution and who has it', async () => {
    const [supplier, buyer] = [await api.member('supplier'), await api.member('buyer')]
    const at = await show(supplier, { solution: 'A woven net.' }, 'The weave.')
    const answer = await buyer.client.post(`${at}/need`, { kind: 'challenge' })
    expect(answer.status).toBe(201)
    const { needId } = answer.body as { needId: string }
    const need = await buyer.client.get(`/api/needs/${needId}`)
    expect(need.body).toMatchObject({
      state: 'draft',
      kind: 'challenge',
      text: fogNets.problem,
      title: fogNets.problem.slice(0, -1),
    })
    expect(JSON.stringify(need.body)).not.toMatch(/net|weave|Fog/i)
    expect(codeOf(await supplier.client.post(`${at}/need`, { kind: 'need' }))).toEqual([403, 'identity.forbidden'])
  })
})
