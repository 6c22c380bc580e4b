import type { ExclusionsView, listFirms, Output, readSession } from '@enlace/contracts'
import { addCallSign, sharedHouse, takePicture } from '@enlace/testing'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openHousePeople } from '../../services/api/test/house-people.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { draftCall } from './testing/page-addresses.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
const phone = { ...desk, width: 360 }
const sound = async (page: Page): Promise<void> =>
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])

it('a supplier declares by keyboard on a phone and takes it back', async () => {
  // A firm of its own: what bars the demo's supplier would bar it in every other test of the house.
  const people = openHousePeople(pages.house, pages.browser)
  const firm = await people.person(await people.organisation('supplier', 'Declares a ground'), 'owner')
  const { page, go, context, complaints } = await firm.look(phone)
  await go('/passport#exclusions')
  const weapons = page.getByRole('group', { name: 'How your firm stands to: Weapons' })
  await weapons.getByRole('button', { name: 'Has to do with it' }).press('Enter')
  await page.getByText(/^Declared by .*: Has to do with it\.$/).waitFor()
  expect(await weapons.getByRole('button', { name: 'Has to do with it' }).getAttribute('aria-pressed')).toBe('true')
  await sound(page)
  await takePicture(page, 'exclusions-declare-360', { fullPage: true })
  await weapons.getByRole('button', { name: 'Take it back' }).press('Enter')
  await page.getByText('Not said').first().waitFor()
  await weapons.getByRole('button', { name: 'Nothing to do with it' }).press('Enter')
  const ground = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Weapons' }) })
  await ground.getByText(/^Declared by .*: Nothing to do with it\.$/).waitFor()
  expect(complaints).toEqual([])
  await context.close()
  await people.close()
})

it('an agency records with list, day and source; the buyer reads it, and its policy is set by keyboard', async () => {
  const agency = await visit(pages.browser, pages.origin, desk, 'agency')
  const { items } = (await (await agency.page.request.get('/api/firms?limit=50')).json()) as Output<typeof listFirms>
  const firm = items.at(-1)?.id ?? ''
  await agency.go(`/suppliers/${firm}/exclusions`)
  await agency.page
    .getByRole('button', { name: 'Record what you found about: Standing on a list of sanctions' })
    .press('Enter')
  await agency.page.getByRole('radio', { name: 'Has to do with it' }).press('Space')
  await agency.page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  await agency.page.locator('[aria-invalid=true]').first().waitFor()
  await takePicture(agency.page, 'exclusions-record-1280')
  await agency.page.getByLabel('Which list').fill('Consolidated list')
  await agency.page.getByLabel('Source').fill('lists.example/2026')
  await agency.page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  const said = /^Recorded by .*: Has to do with it\.$/
  await agency.page.getByText(said).waitFor()
  await sound(agency.page)
  const buyer = await visit(pages.browser, pages.origin, phone, 'buyer')
  await buyer.go(`/suppliers/${firm}/exclusions`)
  await buyer.page.getByText(said).waitFor()
  expect(await buyer.page.getByRole('button', { name: /Record what you found/ }).count()).toBe(0)
  await sound(buyer.page)
  await takePicture(buyer.page, 'exclusions-read-360', { fullPage: true })
  const view = (await (await agency.page.request.get(`/api/exclusions/${firm}`)).json()) as ExclusionsView
  expect(view.items.find(({ own }) => !own)?.list).toBe('Consolidated list')
  await agency.page.request.put(`/api/exclusions/${firm}/sanctions`, {
    data: { says: null },
    headers: { origin: pages.origin },
  })

  await buyer.go('/organisation/exclusions')
  await buyer.page.getByRole('checkbox', { name: 'Gambling' }).press('Space')
  await buyer.page.getByRole('button', { name: 'Save' }).press('Enter')
  await buyer.page.getByText('Saved. Your lists are ranked anew.').waitFor()
  await sound(buyer.page)
  await takePicture(buyer.page, 'exclusions-policy-360', { fullPage: true })
  await buyer.page.getByRole('checkbox', { name: 'Gambling' }).press('Space')
  await buyer.page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect
    .poll(
      async () =>
        ((await (await buyer.page.request.get('/api/exclusion-policy')).json()) as { grounds: string[] }).grounds
          .length,
    )
    .toBe(6)
  expect([...agency.complaints.filter((line) => !line.includes('422')), ...buyer.complaints]).toEqual([])
})

it('the platform reads signs in calls and writes down what it found', async () => {
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  await draftCall(buyer.page.request, pages.origin)
  const session = (await (await buyer.page.request.get('/api/session')).json()) as Output<typeof readSession>
  const buyerId = session.organisation?.id
  if (buyerId === undefined) throw new Error('the buyer acts for nobody')
  for (const [kind, detail] of [
    ['alike-prices', { title: 'Belt scrapers', bids: 4, factor: 1.05 }],
    ['not-the-best', { title: 'Belt scrapers', winner: 'Sellos Loa', score: 71.4, best: 'Talleres Andes', most: 84 }],
  ] as const)
    await addCallSign(pages.house.environment['DATABASE_URL'] ?? '', { buyerId, kind, detail })
  for (const look of [desk, { ...phone, locale: 'es' as const }]) {
    const { page, go, complaints } = await visit(pages.browser, pages.origin, look, 'admin')
    await go('/queues')
    await page.locator('#call-signs').scrollIntoViewIfNeeded()
    await sound(page)
    await takePicture(page, `call-signs-${look.width}`, { fullPage: true })
    expect(complaints).toEqual([])
  }
  const { page, go } = await visit(pages.browser, pages.origin, desk, 'admin')
  await go('/queues')
  const row = page.getByRole('listitem').filter({ hasText: 'Prices too alike' })
  await row.getByLabel('Looked at, explained because …').fill('The steel price is set by the same mill.')
  await row.getByRole('button', { name: 'Keep the explanation' }).press('Enter')
  await row.getByText(/The steel price is set by the same mill\./).waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
})
