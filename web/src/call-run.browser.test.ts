import type { CallView, Receipt, ResultView } from '@enlace/contracts'
import { passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHousePeople, type HousePeople } from '../../services/api/test/house-people.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
const click = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click()
const tab = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('navigation', { name: 'Parts of this call' }).getByRole('link', { name }).click()
const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

let world: HousePeople
beforeAll(() => {
  world = openHousePeople(pages.house, pages.browser)
})
afterAll(() => world.close())
const newSupplier = async (name: string): Promise<Visit> =>
  (await world.person(await world.organisation('supplier', name), 'owner')).look()
const read = async <Body>({ context }: Visit, path: string): Promise<Body> =>
  (await (await context.request.get(path)).json()) as Body

async function handIn({ context }: Visit, call: CallView, price: number): Promise<Receipt> {
  const answers = call.fields.map(({ key }) => ({ key, text: 'Four weeks, the price holds for sixty days.' }))
  const bid = { bidId: randomUUID(), revision: 1, callVersion: call.version }
  const answer = await context.request.put(`/api/calls/${call.id}/bid`, {
    data: { ...bid, envelopes: { price: { plain: { answers, prices: [price] } } } },
    headers: { origin: pages.origin },
  })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
  return (await answer.json()) as Receipt
}

it('a quotation goes from the form to a closed call, with a second window that follows', async () => {
  const { page, go, context, complaints } = await visit(pages.browser, pages.origin, desk, 'buyer')
  const other = await visit(pages.browser, pages.origin, { ...desk, width: 360 }, 'buyer')
  const [cheap, dear] = [await newSupplier('Sellos del Norte'), await newSupplier('Juntas del Sur')]

  await go('/calls')
  await takePicture(page, 'calls-list')
  await go('/calls/new')
  await page.getByLabel('Title').fill('Mechanical seals for slurry pumps')
  await page.getByLabel('What you ask for').fill('Forty seals a year, delivered to Antofagasta.')
  await page.getByText('Open', { exact: true }).click()
  await page.getByLabel('Standstill in days').fill('0')
  await page.getByLabel('Weight', { exact: true }).fill('90')
  await takePicture(page, 'calls-form')
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  await click(page, 'Publish')
  await page.getByText('The weights add up to 90').waitFor()
  await page.getByLabel('Weight', { exact: true }).fill('100')
  await page.waitForTimeout(600)
  await page.reload()
  await page.getByText('What you wrote before is still here').waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Mechanical seals for slurry pumps')
  await click(page, 'Publish')
  await page.getByRole('heading', { name: 'Mechanical seals for slurry pumps' }).waitFor()
  const id = idIn(page)
  await takePicture(page, 'call-tendering')
  expect(await findBarriers(page)).toEqual([])

  const call = await read<CallView>(cheap, `/api/calls/${id}`)
  const won = await handIn(cheap, call, 90_000)
  await handIn(dear, call, 120_000)
  await passDeadline(await sharedHouse(), id)
  await other.go(`/calls/${id}#opening`)
  await takePicture(other.page, 'call-opening-360')
  expect([await findBarriers(other.page), await overflowOf(other.page)]).toEqual([[], 0])
  await go(`/calls/${id}`)
  await click(page, 'Release: Price')
  await other.page.getByText('All envelopes are open').waitFor()

  await tab(page, /Bids/)
  await page.getByRole('cell', { name: /900/ }).first().waitFor()
  await click(page, /Fill in “Price”/)
  await takePicture(page, 'call-bids')
  await tab(other.page, /Bids/)
  await other.page.getByText('Sellos del Norte').first().waitFor()
  await takePicture(other.page, 'call-bids-360')
  expect([await findBarriers(other.page), await overflowOf(other.page)]).toEqual([[], 0])
  await click(page, 'Settle: Price')
  await page.getByText('Settled: Price.').waitFor()

  await tab(page, /Decision/)
  await page.getByRole('radio', { name: /Sellos del Norte/ }).check()
  await page.getByLabel('Reason').fill('The lowest price for the same terms.')
  await takePicture(page, 'call-propose')
  await click(page, 'Propose')
  await click(page, 'Approve')
  await page.getByRole('heading', { name: 'Awarded to Sellos del Norte' }).waitFor()
  expect(await page.getByRole('button', { name: 'Close the call' }).isDisabled()).toBe(true)
  await takePicture(page, 'call-debriefs')
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  for (const bidder of ['Sellos del Norte', 'Juntas del Sur']) {
    const form = page.getByRole('form', { name: `Debrief for ${bidder}` })
    await form.getByLabel('Why it came out like this').fill('The terms were the same, the price decided.')
    await form.getByLabel('What exactly').fill('Show where the price comes from.')
    await form.getByRole('button', { name: `Send to ${bidder}` }).click()
    await form.waitFor({ state: 'detached' })
  }
  await click(page, 'Close the call')
  await page.getByText('Closed. Everyone who bid was told why.').waitFor()
  const { debrief } = await read<ResultView>(dear, `/api/calls/${id}/result`)
  expect([debrief?.won, debrief?.numbers.rank, debrief?.improvement.text]).toEqual([
    false,
    2,
    'Show where the price comes from.',
  ])
  expect((await read<ResultView>(cheap, `/api/calls/${id}/result`)).debrief?.bidId).toBe(won.bidId)

  await page.getByRole('link', { name: 'Record to print' }).click()
  await page.getByRole('heading', { name: 'Record of the award' }).waitFor()
  await takePicture(page, 'call-paper')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  expect(await page.getByRole('heading', { name: 'Record of the award' }).isVisible()).toBe(true)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  await takePicture(page, 'call-paper-print')
  expect(complaints).toEqual([])
  await Promise.all([context, ...[other, cheap, dear].map((one) => one.context)].map((one) => one.close()))
})
