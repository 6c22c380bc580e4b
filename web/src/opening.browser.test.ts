import type { CallView, listBids, listSeats, Output, readSession, Receipt } from '@enlace/contracts'
import type { BidId } from '@enlace/domain'
import { addColleague, asColleague, passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sealBid } from './lib/sealing/seal-bid.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
const passphrase = 'cobre lluvia ventana once'
const patience = { timeout: 20_000 }

type Person = { readonly id: string; readonly email: string; readonly organisationId: string }
async function personOf(context: BrowserContext): Promise<Person> {
  const { person, organisation } = (await (await context.request.get('/api/session')).json()) as Output<
    typeof readSession
  >
  return { id: person?.id ?? '', email: person?.email ?? '', organisationId: organisation?.id ?? '' }
}

async function makeKey({ page, go }: Visit): Promise<void> {
  await go('/account/opening-key')
  await page.getByLabel('Passphrase*', { exact: true }).fill(passphrase)
  await page.getByLabel('The passphrase once more*', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Make the key' }).press('Enter')
  await page.getByText('Unlocked', { exact: true }).first().waitFor(patience)
}

async function release(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').focus()
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Release' }).press('Enter', patience)
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

  const bid = { bidId: crypto.randomUUID() as BidId, revision: 1 }
  const envelopes = await sealBid({ call, bid, content: { price: { answers: [], prices: [41_750] } } })
  const answer = await supplier.context.request.put(`/api/calls/${call.id}/bid`, {
    data: { ...bid, callVersion: call.version, envelopes },
    headers: { origin: pages.origin },
  })
  expect((await answer.json()) as Receipt).toMatchObject({ bidId: bid.bidId, revision: 1 })

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
  await release(buyer.page)
  await buyer.page.getByText('You have released').waitFor(patience)
  // The other one hears it at once, and that somebody else is there.
  await agency.page.getByText('Others who have this call open now: 1').waitFor(patience)
  await agency.page.getByText('1 of the 2 who are needed have released it').waitFor(patience)
  await takePicture(buyer.page, 'opening-released', { fullPage: true })
  expect([await findBarriers(buyer.page), await overflowOf(buyer.page)]).toEqual([[], 0])
  await release(agency.page)
  for (const { page } of [agency, buyer]) await page.getByText('All envelopes are open.').waitFor(patience)
  await takePicture(agency.page, 'opening-done', { fullPage: true })
  const { items } = (await (await buyer.context.request.get(`/api/calls/${call.id}/bids`)).json()) as Output<
    typeof listBids
  >
  expect(items.map(({ openings }) => openings.map(({ content: opened }) => opened?.prices))).toEqual([[[41_750]]])
  expect([buyer, agency].flatMap(({ complaints }) => complaints)).toEqual([])
  await Promise.all([buyer, agency, supplier, admin].map(({ context }) => context.close()))
})
