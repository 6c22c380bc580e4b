import { readFile as readText } from 'node:fs/promises'
import type { CallView, listBids, listSeats, Output, readSession } from '@enlace/contracts'
import { addColleague, asColleague, passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { makeKey, release } from './testing/opening-key.ts'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
const patience = { timeout: 20_000 }

type Person = { readonly id: string; readonly email: string; readonly organisationId: string }
async function personOf(context: BrowserContext): Promise<Person> {
  const { person, organisation } = (await (await context.request.get('/api/session')).json()) as Output<
    typeof readSession
  >
  return { id: person?.id ?? '', email: person?.email ?? '', organisationId: organisation?.id ?? '' }
}

const content = {
  kind: 'rfq',
  title: 'Seals for slurry pumps',
  sealing: 'sealed',
  envelopes: ['price'],
  criteria: [{ key: 'price', envelope: 'price', name: 'Price', weight: 100 }],
  threshold: 2,
}

/** A sealed call of the buyer that two open: one of its own, and one of the agency. */
async function publishedCall(
  buyer: Visit,
  agency: Visit,
  approver: BrowserContext,
  evaluator: string,
): Promise<CallView> {
  const { origin } = pages
  const [own, outside, third] = await Promise.all([buyer.context, agency.context, approver].map(personOf))
  const written = await post<CallView>(buyer.context, origin, '/api/calls', {
    ...content,
    deadline: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  })
  const path = `/api/calls/${written.id}`
  const seat = (name: string, email = ''): Promise<Output<typeof listSeats>> =>
    post(buyer.context, origin, `${path}/seats`, { seat: name, email })
  await seat('approver', third?.email)
  await seat('evaluator', evaluator)
  await seat('opener', own?.email)
  const { items } = await seat('opener', outside?.email)
  const asked = items.find((one) => one.seat === 'opener' && one.acceptedAt === null)
  await post(agency.context, origin, `${path}/seats/${asked?.id}/accept`, {})
  return post(approver, origin, `${path}/publish`, {})
}

const paper = { name: 'Precios ñ.csv', mimeType: 'text/csv', buffer: Buffer.from('lot;price\n1;417.50\n') }

/** Writes a bid on the page with a file; both are sealed in this browser. One that is not what it says never leaves it. */
async function bidWithFile({ page, go, complaints }: Visit, call: CallView): Promise<void> {
  const sent: string[] = []
  page.on('request', (request) => void sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1')}`))
  await go(`/calls/${call.id}#bid/price`)
  await page.getByLabel('Price in all').fill('417.50')
  const program = { name: 'prices.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ a program') }
  await page.getByLabel('Attach files').setInputFiles(program)
  await page.getByText('The file is not what its name says').waitFor()
  expect(sent.filter((one) => one.includes('/bid/files'))).toEqual([])
  await page.getByLabel('Attach files').setInputFiles(paper)
  await page.getByRole('button', { name: `Take out ${paper.name}` }).waitFor(patience)
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  await takePicture(page, 'bid-files', { fullPage: true })
  await page.setViewportSize({ width: 360, height: 780 })
  expect(await overflowOf(page)).toBe(0)
  await takePicture(page, 'bid-files-360', { fullPage: true })
  await page.setViewportSize({ width: desk.width, height: 900 })
  await page.getByRole('button', { name: 'Next step' }).press('Enter')
  await page.getByText(paper.name).waitFor()
  await page.getByRole('button', { name: 'Hand in the bid' }).press('Enter')
  await page.getByText('The hash is the one of what this browser sent.').waitFor(patience)
  expect(sent.filter((one) => one.includes('/bid/files'))).toHaveLength(1)
  expect(sent.filter((one) => one.includes('lot;price') || one.includes('Precios'))).toEqual([])
  expect(complaints).toEqual([])
}

/** Fetches the file of the opened bid from the table. */
async function readFile(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Bids' }).press('Enter')
  const bid = page.locator('details')
  await bid.locator('summary').press('Enter')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bid.getByRole('button', { name: paper.name }).press('Enter'),
  ])
  await takePicture(page, 'bid-files-opened', { fullPage: true })
  return readText(await download.path(), 'utf8')
}

it('two openers open a sealed call together, each in a browser of its own, and each sees what the other does', async () => {
  const { environment } = await sharedHouse()
  const database = environment['DATABASE_URL'] ?? ''
  const [buyer, agency, supplier, admin] = await Promise.all([
    visit(pages.browser, pages.origin, desk, 'buyer'),
    visit(pages.browser, pages.origin, { ...desk, width: 360 }, 'agency'),
    visit(pages.browser, pages.origin, desk, 'supplier'),
    visit(pages.browser, pages.origin, desk, 'admin'),
  ])
  await makeKey(buyer)
  await makeKey(agency)
  const { organisationId } = await personOf(buyer.context)
  const { id: userId } = await personOf(admin.context)
  const colleague = { organisationId, userId, role: 'buyer' } as never
  const call = await asColleague(database, colleague, async () => {
    await post(admin.context, pages.origin, '/api/session/organisation', { organisationId })
    return publishedCall(buyer, agency, admin.context, await addColleague(database, organisationId as never))
  })
  expect(call.openers.map(({ publicKey }) => publicKey)).toEqual([expect.any(String), expect.any(String)])

  await bidWithFile(supplier, call)

  for (const { page, go } of [buyer, agency]) {
    await go(`/calls/${call.id}#opening`)
    await page.getByText(/Bids are sealed\. Until the deadline/).waitFor()
    expect(await page.getByRole('button', { name: 'Release' }).count()).toBe(0)
  }
  await takePicture(buyer.page, 'opening-waits', { fullPage: true })
  await passDeadline(await sharedHouse(), call.id)
  for (const { page, go } of [buyer, agency]) {
    await go('/calls')
    await go(`/calls/${call.id}#opening`)
    await page.getByText('0 of the 2 who are needed have released it').waitFor()
    expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  }
  await takePicture(agency.page, 'opening-now', { fullPage: true })
  await release(buyer.page, 'Price')
  await buyer.page.getByText('You have released').waitFor(patience)
  // The other one hears it at once, and that somebody else is there.
  await agency.page.getByText('Others who have this call open now: 1').waitFor(patience)
  await agency.page.getByText('1 of the 2 who are needed have released it').waitFor(patience)
  await takePicture(buyer.page, 'opening-released', { fullPage: true })
  expect([await findBarriers(buyer.page), await overflowOf(buyer.page)]).toEqual([[], 0])
  await release(agency.page, 'Price')
  for (const { page } of [agency, buyer]) await page.getByText('All envelopes are open.').waitFor(patience)
  await takePicture(agency.page, 'opening-done', { fullPage: true })
  const { items } = (await (await buyer.context.request.get(`/api/calls/${call.id}/bids`)).json()) as Output<
    typeof listBids
  >
  expect(items.map(({ openings }) => openings.map(({ content: opened }) => opened?.prices))).toEqual([[[41_750]]])
  expect(await readFile(buyer.page)).toBe(paper.buffer.toString())
  expect([buyer, agency].flatMap(({ complaints }) => complaints)).toEqual([])
  await Promise.all([buyer, agency, supplier, admin].map(({ context }) => context.close()))
})
