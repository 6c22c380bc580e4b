import type { LinkageView, listLinkages, listMatches, NeedView, Output, readMailbox } from '@enlace/contracts'
import { letAWeekPass, sharedHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
const supplierName = 'Polímeros del Loa'
type Listed = Output<typeof listLinkages>
const read = async <Body>({ page }: Visit, path: string): Promise<Body> =>
  (await (await page.request.get(path)).json()) as Body

/** Has both say yes to a new need, as their pages do, and waits until they are linked over it by themselves. */
async function bothSayYes(buyer: Visit, supplier: Visit): Promise<string> {
  const { items } = await read<Listed>(supplier, '/api/linkages?limit=100')
  const before = items.filter(({ buyer: of, stage }) => of?.name === 'Cobre Austral' && stage !== 'stopped')
  for (const { id, stage } of before)
    await post(supplier.context, pages.origin, `/api/linkages/${id}/move`, {
      from: stage,
      to: 'stopped',
      reason: 'A new one begins.',
    })
  const need = await post<NeedView>(buyer.context, pages.origin, '/api/needs', {
    title: `Dust control for the east ramp ${Date.now()}`,
    text: 'Acrylic copolymer dust suppressant for unpaved mine haul roads, 400 t a year, delivered to Calama.',
    publish: true,
  })
  const supplierId = async (): Promise<string | undefined> => {
    const matches = await read<Output<typeof listMatches>>(buyer, `/api/needs/${need.id}/matches`)
    return matches.items.find((row) => row.supplier.name === supplierName)?.supplier.id
  }
  await expect.poll(supplierId, { timeout: 30_000 }).toBeDefined()
  await post(buyer.context, pages.origin, `/api/needs/${need.id}/matches/${await supplierId()}`, { verdict: 'invite' })
  await post(supplier.context, pages.origin, `/api/needs/${need.id}/answer`, { answer: 'interested' })
  const linkage = async (): Promise<string | undefined> =>
    (await read<Listed>(buyer, '/api/linkages?limit=100')).items.find((one) => one.need?.id === need.id)?.id
  await expect.poll(linkage, { timeout: 30_000 }).toBeDefined()
  return (await linkage()) ?? ''
}

it('two people come from both yes to a confirmed contract on their open pages, and a mail’s link answers once', async () => {
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  const supplier = await visit(pages.browser, pages.origin, { ...desk, width: 360 }, 'supplier')
  const id = await bothSayYes(buyer, supplier)
  const both = [buyer, supplier]
  await Promise.all(both.map(({ go }) => go(`/linkages/${id}`)))
  const write = async ({ page }: Visit, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Message' }).fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter')
    await Promise.all(both.map((one) => one.page.getByText(text, { exact: true }).waitFor({ timeout: 30_000 })))
  }
  const reaches = (stage: string) =>
    Promise.all(
      both.map(({ page }) =>
        page.locator('main header .chip').getByText(stage, { exact: true }).waitFor({ timeout: 30_000 }),
      ),
    )

  await write(buyer, 'Good morning, can you deliver in May?')
  await write(supplier, 'Yes, from the second week on.')
  await reaches('Conversation')
  await buyer.page.getByText('Read', { exact: true }).waitFor({ timeout: 30_000 })
  await buyer.page.getByRole('button', { name: 'Request for a quote' }).press('Enter')
  await reaches('Request for a quote')
  await supplier.page.getByRole('button', { name: 'Offer', exact: true }).press('Enter')
  await reaches('Offer')
  // Both propose the contract at the same moment, which is agreeing.
  await Promise.all(
    both.map(({ page }) => page.getByRole('button', { name: /^(Contract: propose it|Agree: Contract)$/ }).click()),
  )
  await reaches('Contract')
  await Promise.all(
    both.map((one, at) => takePicture(one.page, `linkage-room-${at === 0 ? 1280 : 360}`, { fullPage: true })),
  )

  for (const { page } of both) await page.getByRole('link', { name: 'Values' }).press('Enter')
  await supplier.page.getByRole('textbox', { name: 'Amount' }).fill('5000')
  // What could not be sent is still there to be sent again.
  const state = supplier.page.getByRole('button', { name: 'State it' })
  await supplier.context.setOffline(true)
  await state.press('Enter')
  await supplier.page.getByText('No connection').first().waitFor()
  await expect.poll(() => state.getAttribute('aria-busy')).toBeNull()
  await supplier.context.setOffline(false)
  expect(await supplier.page.getByRole('textbox', { name: 'Amount' }).inputValue()).toMatch(/5,?000/)
  await state.press('Enter')
  await buyer.page.getByRole('button', { name: /^Confirm USD/ }).press('Enter')
  await Promise.all(both.map(({ page }) => page.getByText('Confirmed by both').first().waitFor({ timeout: 30_000 })))
  const view = await read<LinkageView>(buyer, `/api/linkages/${id}`)
  expect([view.stage, view.values.contract]).toEqual([
    'contract',
    { buyer: [], supplier: [], confirmed: [{ amountMinor: 500_000, currency: 'USD' }] },
  ])
  expect((await read<LinkageView>(supplier, `/api/linkages/${id}`)).history).toEqual(view.history)
  for (const [at, one] of both.entries()) {
    await takePicture(one.page, `linkage-values-${at === 0 ? 1280 : 360}`, { fullPage: true })
    expect([await findBarriers(one.page), await overflowOf(one.page)]).toEqual([[], 0])
  }

  const { environment } = await sharedHouse()
  await letAWeekPass(environment['DATABASE_URL'] ?? '', id)
  const mailed = async (): Promise<string> => {
    const { items } = await read<Output<typeof readMailbox>>(buyer, '/api/mailbox?limit=100')
    return (
      items.find(({ body }) => body.includes('/follow-up#') && body.includes(view.need?.title ?? 'no need'))?.body ?? ''
    )
  }
  await expect.poll(mailed, { timeout: 30_000 }).toContain('&answer=talking')
  const link = /\/follow-up#token=\S+&answer=talking/.exec(await mailed())?.[0] ?? ''
  const stranger = await visit(pages.browser, pages.origin, { ...desk, width: 360 })
  await stranger.go(link)
  await takePicture(stranger.page, 'follow-up-360')
  expect([await findBarriers(stranger.page), await overflowOf(stranger.page)]).toEqual([[], 0])
  await stranger.page.getByRole('button', { name: 'Send: Still talking' }).press('Enter')
  await stranger.page.getByRole('heading', { name: 'Thank you' }).waitFor()
  await stranger.go('/')
  await stranger.go(link)
  await stranger.page.getByText('Answered already').waitFor()
  await takePicture(stranger.page, 'follow-up-spent-360')
  // The browser itself complains of the refusal, which is what was wanted.
  expect(stranger.complaints.filter((line) => !line.includes('410'))).toEqual([])
  const isOffline = /ERR_INTERNET_DISCONNECTED/
  expect([...buyer.complaints, ...supplier.complaints].filter((line) => !isOffline.test(line))).toEqual([])
  await Promise.all([...both, stranger].map(({ context }) => context.close()))
}, 180_000)

it('on the board one goes a step by keyboard, and takes it back', async () => {
  const { page, go, context, complaints } = await visit(pages.browser, pages.origin, desk, 'buyer')
  await go('/linkages')
  const column = (name: RegExp) =>
    page
      .getByRole('region', { name })
      .or(page.locator('section', { has: page.getByRole('heading', { name }) }))
      .last()
  const trying = column(/^Sample/)
  const partner = (await trying.getByRole('heading', { level: 3 }).first().innerText()).trim()
  await takePicture(page, 'linkages-board-1280', { fullPage: true })
  await trying.getByRole('button', { name: `Next step with ${partner}` }).press('Enter')
  await page.getByRole('menuitem', { name: 'Request for a quote' }).press('Enter')
  await column(/^Request for a quote/)
    .getByRole('heading', { name: partner })
    .waitFor()
  await page.getByRole('button', { name: /undo/i }).press('Enter')
  await column(/^Sample/)
    .getByRole('heading', { name: partner })
    .waitFor()
  expect([await findBarriers(page), await overflowOf(page), complaints]).toEqual([[], 0, []])
  await context.close()
})
