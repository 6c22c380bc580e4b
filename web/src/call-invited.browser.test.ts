import type { listMatches, listNeeds, Output, SupplierMatch } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BuyersCall } from './testing/buyers-call.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const matchesOf = async ({ request }: BrowserContext, needId: string): Promise<readonly SupplierMatch[]> =>
  ((await (await request.get(`/api/needs/${needId}/matches`)).json()) as Output<typeof listMatches>).items

/** A need of the demo's buyer with its best match. */
async function matchedNeed(context: BrowserContext): Promise<{ needId: string; best: SupplierMatch }> {
  const answer = await context.request.get('/api/needs?state=published')
  for (const { id } of ((await answer.json()) as Output<typeof listNeeds>).items) {
    const [best] = await matchesOf(context, id)
    if (best !== undefined) return { needId: id, best }
  }
  throw new Error('the demo has a need with matches')
}
const looks = async (page: Page, name: string): Promise<void> => {
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  await takePicture(page, name, { fullPage: true })
}

it('a buyer asks one more supplier after the publication, and everyone reads what an amendment changed', async () => {
  const { context, page, go, complaints } = await visit(pages.browser, pages.origin, desk, 'buyer')
  const { needId, best } = await matchedNeed(context)
  const call = await BuyersCall.publish(pages.browser, pages.origin, { needId })
  await go(`/calls/${call.view.id}#invited`)
  await page.getByText('Nobody was asked by name.').waitFor()
  const box = page.getByRole('checkbox', { name: best.supplier.name })
  // Others publish in this house meanwhile, so a score is compared with what the server says by now.
  const scoreShown = async (): Promise<readonly unknown[]> => {
    await page.reload()
    const help = await page.getByRole('listitem').filter({ has: box }).innerText()
    const now = (await matchesOf(context, needId)).find(({ supplier }) => supplier.id === best.supplier.id)
    return [/fits (\d+) of 100/.exec(help)?.[1], String(Math.round((now?.match.score ?? Number.NaN) * 100))]
  }
  await expect.poll(async () => new Set(await scoreShown()).size, { timeout: 30_000 }).toBe(1)
  await box.press('Space')
  await page.getByRole('button', { name: 'Ask them' }).press('Enter')
  await page.getByRole('list', { name: 'Asked by name' }).getByText(best.supplier.name).waitFor()
  await expect.poll(() => box.isDisabled()).toBe(true)
  await looks(page, 'call-invited')
  await call.amend({ needId, text: 'Seals for twenty slurry pumps.' }, 'Eight pumps more.')
  await go(`/calls/${call.view.id}#versions`)
  await page.getByText('Seals for twenty slurry pumps.').waitFor()
  await looks(page, 'call-versions')

  const bidder = await visit(pages.browser, pages.origin, { ...desk, width: 360, locale: 'es' }, 'supplier')
  await bidder.go(`/calls/${call.view.id}#versions`)
  await bidder.page.getByText('Eight pumps more.').waitFor()
  expect(await bidder.page.getByText('Seals for twenty slurry pumps.').isVisible()).toBe(true)
  await looks(bidder.page, 'call-versions-360-es')
  expect([complaints, bidder.complaints]).toEqual([[], []])
  await Promise.all([context.close(), bidder.context.close()])
})
