import type { listMatches, listNeeds, Output } from '@enlace/contracts'
import { startTestHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { bringAxe } from '../../../web/src/testing/find-barriers.ts'
import { looksWell } from '../../../web/src/testing/looks-well.ts'
import { openPages } from '../../../web/src/testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Visit } from '../../../web/src/testing/visit.ts'

// A house of its own: what is set here ranks every need anew.
const pages = openPages(() => startTestHouse({ web: true, demo: true }))

const storyNeed = async ({ context }: Visit): Promise<string> => {
  const { items }: Output<typeof listNeeds> = await (await context.request.get('/api/needs?kind=need&limit=50')).json()
  return items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id ?? ''
}

it('holds places by keyboard alone, and a buyer sees that they are held', async () => {
  const admin = await visit(pages.browser, pages.origin, desk, 'admin')
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  const needId = await storyNeed(buyer)
  await buyer.go(`/needs/${needId}`)
  await buyer.page.getByRole('article').first().waitFor()
  expect(await buyer.page.getByText('places are held').count()).toBe(0)
  const { page } = admin
  await admin.go('/fairness')
  await page.getByRole('checkbox', { name: 'Exposure floor' }).focus()
  await page.keyboard.press('Space')
  const fresh = page.getByLabel('Places for new suppliers, in %')
  await fresh.fill('30')
  await page.getByText('From 0 to 20.', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Put in force' }).isDisabled()).toBe(true)
  await fresh.fill('10')
  await page.getByRole('button', { name: 'Put in force' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('In force. Open needs are ranked anew.').waitFor()
  await buyer.page.getByText('The last 4 of the first 10 places are held').waitFor({ timeout: 60_000 })
  const { items }: Output<typeof listMatches> = await (
    await buyer.context.request.get(`/api/needs/${needId}/matches`)
  ).json()
  const lifted = items.filter((row) => row.lifted !== null)
  expect(lifted.length).toBeGreaterThan(0)
  for (const [view, row] of [
    ['Table', 'row'],
    ['Map', 'listitem'],
  ] as const) {
    await buyer.page.getByRole('button', { name: view, exact: true }).click()
    await expect.poll(() => buyer.page.getByRole(row).filter({ hasText: 'held place' }).count()).toBe(lifted.length)
  }
  expect([admin.complaints, buyer.complaints]).toEqual([[], []])
  await Promise.all([admin.context.close(), buyer.context.close()])
})

it('shows a country without a policy of its own what applies, and the curve as a table too', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'agency')
  const { page } = seen
  await bringAxe(seen.context)
  await seen.go('/fairness?country=CL')
  await page.getByText('No policy of its own').waitFor()
  expect(await page.getByRole('button', { name: 'Put in force' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Table' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('table', { name: /Share of showings/ }).waitFor()
  await looksWell(seen)
  await seen.go('/fairness?country=IS')
  await page.getByText('Nothing was ranked in this period').waitFor()
  await looksWell(seen)
  await seen.context.close()
})

it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('looks well at $name', async ({ look, name }) => {
  for (const as of ['admin', 'agency'] as const) {
    const seen = await visit(pages.browser, pages.origin, look, as)
    await bringAxe(seen.context)
    await seen.go('/fairness')
    await seen.page.locator('figure').first().waitFor()
    await takePicture(seen.page, `fairness-${as}-${name}`)
    await looksWell(seen)
    await seen.context.close()
  }
})
