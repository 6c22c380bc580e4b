import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MatchdayPrint, MeetingView, Output, readBriefings } from '@enlace/contracts'

import { meetingsOf } from '../../test/incident-day.ts'
import { criterion, matched } from '../../test/matched.ts'
import { MatchdayRun } from '../../test/matchday-people.ts'
import { pdfPages } from '../../test/pdf-pages.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** The pages of a PDF as text. */
async function pagesOf({ client }: Signed, url: string): Promise<string[]> {
  const { statusCode, headers, rawPayload } = await api.app.inject({
    method: 'GET',
    url,
    headers: { ...client.headers, cookie: client.cookie },
  })
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
  return pdfPages(rawPayload)
}

async function planned() {
  const run = await MatchdayRun.open(api, { title: 'Día de compras: ñandú', venue: 'Salón Ñuñoa' })
  const buyer = await run.attendee('buyer', { languages: ['es', 'en'] })
  const one = await run.attendee('supplier', { languages: ['es'], note: 'Válvulas y bombas' })
  const two = await run.attendee('supplier')
  await run.wish(one, buyer, 'must', 'Compran lo que hacemos')
  await run.publish([
    { hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' },
    { hostId: buyer.id, visitorId: two.id, slot: 1, place: 't1' },
  ])
  const { items } = (await run.agency.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }
  return { run, buyer, one, two, meeting: items[0]?.id ?? '' }
}

describe('paper', () => {
  it('has a page for each participant, and for a participant its own with what to read before it', async () => {
    const { run, buyer, one } = await planned()
    const all = await pagesOf(run.agency, `${run.at}/agendas.pdf`)
    expect(all.length).toBe(3)
    for (const page of all) expect(page).toContain('Día de compras: ñandú · Salón Ñuñoa')
    expect((await pagesOf(run.agency, `${run.at}/agendas.pdf?by=places`)).length).toBe(1)
    const [own, ...more] = await pagesOf(buyer, `${run.at}/agendas.pdf?language=es`)
    expect(more).toEqual([])
    expect(own).toContain('Válvulas y bombas')
    expect(own).toContain('Compran lo que hacemos')
    expect(own).toContain('Idiomas en común: español')
    const [theirs] = await pagesOf(one, `${run.at}/agendas.pdf`)
    expect(theirs).not.toContain('Válvulas y bombas')
  })

  it('is told apart from what changed since: only the pages that are wrong, with what they say now', async () => {
    const { run, two, meeting } = await planned()
    const print = (await run.agency.client.post(`${run.at}/prints`, {})).body as MatchdayPrint
    expect(print.outdated).toBe(0)
    const none = await pagesOf(run.agency, `${run.at}/agendas.pdf?since=${print.id}`)
    expect(none.length).toBe(1)
    expect(none[0]).toContain('Nothing changed.')
    await run.agency.client.put(`${run.at}/meetings/${meeting}/slot`, { slot: 4 })
    const { last } = (await run.agency.client.get(`${run.at}/prints`)).body as { last: MatchdayPrint }
    expect(last).toMatchObject({ id: print.id, outdated: 2 })
    const changed = await pagesOf(run.agency, `${run.at}/agendas.pdf?since=${print.id}`)
    expect(changed.length).toBe(3)
    expect(changed[0]).toContain('What changed')
    for (const page of changed.slice(1)) {
      expect(page).toMatch(/9:00.*2:00/)
      expect(page).toContain('moved')
    }
    const foreign = await two.client.get(`${run.at}/agendas.pdf?since=${print.id}`)
    expect(foreign.status).toBe(404)
  })
})

it('names who comes to a meeting for both sides, to both and on paper', async () => {
  const { run, buyer, one } = await planned()
  const [meeting] = await meetingsOf(run, one)
  const added = await buyer.client.post(`${run.at}/parties/${buyer.id}/members`, { name: 'Ana Rojas', role: 'Compras' })
  const { id } = added.body as { id: string }
  const chosen = await buyer.client.put(`${run.at}/meetings/${meeting?.id}/people/${buyer.id}`, { members: [id] })
  expect([added.status, chosen.status]).toEqual([201, 200])
  const read = async ({ client }: Signed): Promise<Output<typeof readBriefings>['items']> =>
    ((await client.get(`${run.at}/briefings`)).body as Output<typeof readBriefings>).items
  const ana = [{ name: 'Ana Rojas', role: 'Compras' }]
  expect((await read(one)).map(({ theirs, ours }) => [theirs, ours])).toEqual([[ana, []]])
  expect((await read(buyer)).filter(({ ours }) => ours.length > 0)).toEqual([
    expect.objectContaining({ meetingId: meeting?.id, ours: ana, theirs: [] }),
  ])
  const pages = await pagesOf(one, `${run.at}/agendas.pdf?language=es`)
  expect(pages.join()).toContain('Quién viene: Ana Rojas (Compras)')
})

it('tells both why they fit, each as far as it may know, on the page and on paper in its language', async () => {
  const { run, buyer, one, two } = await planned()
  const price = { ...criterion, id: 'price', score: 1, weight: 1, detail: { amountMinor: 7_777_700, currency: 'CLP' } }
  const place = { ...criterion, id: 'geography', score: 0.5, detail: { km: 12.4, place: 'Calama' } }
  await matched(api, buyer, one, 'Gravel', { criteria: [price, criterion, place] })
  await matched(api, buyer, two, 'Hidden seals', { confidentiality: 'alias' })
  const fitsOf = async ({ client }: Signed): Promise<unknown[]> =>
    ((await client.get(`${run.at}/briefings`)).body as Output<typeof readBriefings>).items.map(({ fit }) => fit)
  const reasons = [criterion, place].map(({ id, detail, evidence: { quote } }) => ({ id, detail, quote }))
  const fit = { needId: expect.any(String), title: 'Gravel', reasons }
  expect(await fitsOf(buyer)).toEqual([
    { ...fit, mine: true },
    { ...fit, title: 'Hidden seals', mine: true, reasons: reasons.slice(0, 1) },
  ])
  expect(await fitsOf(one)).toEqual([{ ...fit, mine: false }])
  // A need that hides its buyer stays hidden from whom it meets.
  expect(await fitsOf(two)).toEqual([null])
  const [own = ''] = await pagesOf(buyer, `${run.at}/agendas.pdf?language=es`)
  expect(own).toContain(
    'Por qué encajan: Para la necesidad «Gravel» Trabaja en la misma categoría. A 12,4 km de Calama.',
  )
  const [theirs = ''] = await pagesOf(one, `${run.at}/agendas.pdf`)
  expect(theirs).toContain('Why you fit: For the need “Gravel” Works in the very category. 12.4 km from Calama.')
  const [hidden = ''] = await pagesOf(two, `${run.at}/agendas.pdf`)
  expect([own.includes('7'.repeat(4)), hidden.includes('Why you fit')]).toEqual([false, false])
})

it('tells each side what the other said and no others', async () => {
  const { run, buyer, one, two } = await planned()
  const read = async ({ client }: Signed): Promise<Output<typeof readBriefings>['items']> =>
    ((await client.get(`${run.at}/briefings`)).body as Output<typeof readBriefings>).items
  expect((await read(buyer)).map(({ note, reason, shared }) => [note, reason, shared])).toEqual([
    ['Válvulas y bombas', 'Compran lo que hacemos', ['es']],
    ['', '', []],
  ])
  expect((await read(one)).length).toBe(1)
  expect(JSON.stringify(await read(two))).not.toContain('Válvulas')
  expect(await read(run.agency)).toEqual([])
})
