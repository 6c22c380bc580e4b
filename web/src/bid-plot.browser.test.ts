import type { CallView, listBids, Output } from '@enlace/contracts'
import { passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openHousePeople } from '../../services/api/test/house-people.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { post, send } from './testing/post.ts'
import { walkByTab } from './testing/walk-by-tab.ts'
import { desk, lookName, pairedLooks, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
/** Two are alike, one is far dearer, one has a long name, one goes on no further, and one leaves a lot out. */
const bids = [
  { name: 'Sellos del Norte', prices: [4_100_000, 900_000], score: 7 },
  { name: 'Juntas Costa', prices: [4_150_000, 880_000], score: 7 },
  { name: 'Ingeniería y Montajes Industriales del Altiplano', prices: [3_300_000, 700_000], score: 5 },
  { name: 'Bombas Sur', prices: [8_800_000, 2_000_000], score: 10 },
  { name: 'Taller Oasis', prices: [2_900_000, 600_000], score: 2 },
  { name: 'Caucho Real', prices: [3_000_000, null], score: 6 },
]

/** A call of the demo's buyer whose bids are open, and scored but for their prices. */
async function scored(context: BrowserContext): Promise<string> {
  const act = <Body>(path: string, data: object): Promise<Body> => post(context, pages.origin, path, data)
  const { id } = await act<CallView>('/api/calls', {
    ...{ kind: 'rfq', title: 'Seals to be seen side by side', sealing: 'plain', threshold: 1, currency: 'USD' },
    envelopes: ['technical', 'price'],
    lots: [{ title: 'Seals' }, { title: 'Fitting' }],
    criteria: [
      { key: 'method', envelope: 'technical', name: 'Method', weight: 60 },
      { key: 'price', envelope: 'price', name: 'Price', weight: 40 },
    ],
    deadline: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  })
  const { version } = await act<CallView>(`/api/calls/${id}/publish`, {})
  const people = openHousePeople(pages.house, pages.browser)
  for (const { name, prices } of bids) {
    const bidder = await (await people.person(await people.organisation('supplier', name), 'owner')).look()
    const plain = (given: object): object => ({ plain: { answers: [], prices: [], ...given } })
    const bid = { bidId: randomUUID(), revision: 1, callVersion: version }
    const envelopes = { technical: plain({}), price: plain({ prices }) }
    await send('put', bidder.context, pages.origin, `/api/calls/${id}/bid`, { ...bid, envelopes })
    await bidder.context.close()
  }
  await people.close()
  await passDeadline(pages.house, id)
  await act(`/api/calls/${id}/releases`, { envelope: 'technical', shares: [] })
  const { items } = (await (await context.request.get(`/api/calls/${id}/bids`)).json()) as Output<typeof listBids>
  const judged = items.map(({ id: bidId, bidder }) => {
    const score = bids.find(({ name }) => name === bidder.name)?.score ?? 0
    return { bidId, passed: true, reason: '', scores: [{ criterion: 'method', score }] }
  })
  await act(`/api/calls/${id}/settle`, { envelope: 'technical', bids: judged })
  await act(`/api/calls/${id}/releases`, { envelope: 'price', shares: [] })
  return `/calls/${id}#bids`
}

/** Scores by prices, takes one bid out with its reason, and settles, by the tab key and the keys of each field. */
async function settleByKeyboard(page: Page): Promise<void> {
  const keys = page.keyboard
  await page.getByRole('button', { name: /Fill in “Price”/ }).press('Enter')
  // What leaves a lot out has no price to be scored by.
  const partly = page.getByRole('group', { name: /Caucho Real/ })
  await partly.getByRole('spinbutton').or(partly.getByRole('textbox')).first().focus()
  await keys.type('1')
  const out = page.getByRole('group', { name: /Taller Oasis/ })
  await out.getByRole('spinbutton').or(out.getByRole('textbox')).first().focus()
  for (const key of ['Tab', 'Space', 'Tab']) await keys.press(key)
  await keys.type('No proof of payment.')
  expect(await walkByTab(page, 'main form')).toMatchObject({ missed: [], out: true })
  await page.getByRole('button', { name: 'Settle: Price' }).press('Enter')
  await page.getByText('Settled: Price.').waitFor()
}

/** Names in the plot that lie over one another or leave it, and those that are there. */
const namesIn = (page: Page): Promise<{ readonly names: number; readonly faults: readonly string[] }> =>
  page.locator('figure svg').evaluate((plot) => {
    const whole = plot.getBoundingClientRect()
    const texts = [...plot.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      at: text.getBoundingClientRect(),
    }))
    const outside = texts.filter(
      ({ at }) =>
        at.left < whole.left - 1 ||
        at.right > whole.right + 1 ||
        at.top < whole.top - 1 ||
        at.bottom > whole.bottom + 1,
    )
    const over = texts.flatMap((one, n) =>
      texts
        .slice(n + 1)
        .filter(({ at }) => {
          const wide = Math.min(one.at.right, at.right) - Math.max(one.at.left, at.left)
          const high = Math.min(one.at.bottom, at.bottom) - Math.max(one.at.top, at.top)
          // Boxes are higher than letters.
          return wide > 1 && high > 4
        })
        .map(({ text }) => `${one.text} over ${text}`),
    )
    return {
      names: plot.querySelectorAll('.name').length,
      faults: [...outside.map(({ text }) => `${text} outside`), ...over],
    }
  })

it('bids stand apart in the plot of price and total, at every width', async () => {
  const first = await visit(pages.browser, pages.origin, desk, 'buyer')
  const at = await scored(first.context)
  await first.go(at)
  await settleByKeyboard(first.page)
  await first.context.close()
  for (const look of pairedLooks) {
    const { page, go, context, complaints } = await visit(pages.browser, pages.origin, look, 'buyer')
    await go(at)
    await page.locator('figure svg .name').first().waitFor()
    await takePicture(page, `bid-plot-${lookName(look)}`)
    expect({ look: lookName(look), ...(await namesIn(page)) }).toEqual({ look: lookName(look), names: 5, faults: [] })
    expect([await findBarriers(page), await overflowOf(page), complaints]).toEqual([[], 0, []])
    await context.close()
  }
})
