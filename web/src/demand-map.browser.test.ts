import type { DemandView } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import { describe, expect, it } from 'vitest'
import { bringAxe } from './testing/find-barriers.ts'
import { looksWell } from './testing/looks-well.ts'
import { openPages } from './testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Look, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const words = {
  en: { map: 'Unmet demand by region', behind: 'What is behind the chosen circle', heat: 'Heat table', table: 'Table' },
  es: {
    map: 'Demanda sin atender por región',
    behind: 'Lo que hay detrás del círculo elegido',
    heat: 'Tabla de calor',
    table: 'Tabla',
  },
} as const

async function atDemand(look: Look, query = ''): Promise<Visit> {
  const seen = await visit(pages.browser, pages.origin, look, 'agency')
  await bringAxe(seen.context)
  await seen.go(`/demand${query}`)
  return seen
}
const demandOf = async ({ context }: Visit): Promise<DemandView> =>
  (await (await context.request.get('/api/demand')).json()) as DemandView

describe.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('at $name', ({ look }) => {
  const w = words[look.locale]

  it('goes by keyboard from circle to circle, each of which says its figures, and shows the needs behind', async () => {
    const seen = await atDemand(look)
    const { page } = seen
    const map = page.getByRole('listbox', { name: w.map })
    await map.waitFor()
    const circles = await map.getByRole('option').count()
    expect(circles).toBeGreaterThan(5)
    await map.focus()
    const chosen = map.getByRole('option', { selected: true })
    const first = await chosen.getAttribute('aria-label')
    await page.keyboard.press('ArrowRight')
    const second = await chosen.getAttribute('aria-label')
    expect(second).not.toBe(first)
    expect(await map.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    // The figures of the circle are those of the answer.
    const { byRegion } = await demandOf(seen)
    const placed = byRegion.filter(({ point, none, weak, searches }) => point !== null && none + weak + searches > 0)
    const [, group] = placed
    expect(circles).toBe(placed.length)
    expect(second?.match(/\d+/g)?.map(Number)).toEqual([group?.none, group?.weak, group?.open, group?.searches])
    const behind = page.getByRole('region', { name: w.behind })
    expect(await behind.getByRole('heading').textContent()).toBe(second?.split(':')[0])
    expect(await behind.getByRole('listitem').count()).toBe(group?.examples.length)
    await looksWell(seen)
    await takePicture(page, `demand-map-${lookName(look)}`, { fullPage: true })
    await seen.context.close()
  })

  it('has the same figures as a heat table and as a table', async () => {
    const seen = await atDemand(look)
    const { page } = seen
    await page.getByRole('button', { name: w.heat }).click()
    const heat = page.getByRole('region', { name: /category and region|categoría y región/ }).getByRole('table')
    await heat.waitFor()
    const { cells, byRegion } = await demandOf(seen)
    const [worst] = cells.toSorted((a, b) => b.none + b.weak + b.searches - (a.none + a.weak + a.searches))
    const said = await heat.locator('td .sr-only').allTextContents()
    expect(said.map((text) => text.match(/\d+/g)?.map(Number))).toContainEqual([
      worst?.none,
      worst?.weak,
      worst?.searches,
    ])
    await looksWell(seen)
    await takePicture(page, `demand-heat-${lookName(look)}`, { fullPage: true })
    await page.getByRole('button', { name: w.table, exact: true }).click()
    const lacking = byRegion.filter(({ none, weak, searches }) => none + weak + searches > 0)
    await expect.poll(() => page.getByRole('table').first().locator('tbody tr').count()).toBe(lacking.length)
    await looksWell(seen)
    await takePicture(page, `demand-table-${lookName(look)}`)
    await seen.context.close()
  })
})

it('keeps in its address what it is narrowed by, and hands out the same as a table', async () => {
  const first = await atDemand(desk)
  const { cells } = await demandOf(first)
  const code = cells.find(({ none, weak, category }) => none + weak > 0 && category?.scheme === 'CPV')?.category?.code
  const division = `CPV ${code?.slice(0, 2)}`
  await first.context.close()
  const query = new URLSearchParams({ category: division, span: 'year' }).toString()
  const { page, context } = await atDemand(desk, `?shape=table&${query}`)
  const { byRegion } = (await (await context.request.get(`/api/demand?${query}`)).json()) as DemandView
  const lacking = byRegion.filter(({ none, weak, searches }) => none + weak + searches > 0)
  expect(lacking.length).toBeGreaterThan(0)
  expect(await page.getByRole('table').first().locator('tbody tr').count()).toBe(lacking.length)
  const link = page.getByRole('link', { name: 'Download CSV' })
  const file = await (await context.request.get((await link.getAttribute('href')) ?? '')).text()
  expect(
    file
      .trim()
      .split('\r\n')
      .slice(1)
      .every((line) => line.startsWith(division)),
  ).toBe(true)
  expect(file.trim().split('\r\n').length).toBeGreaterThan(1)
  await context.close()
})

it('says what is wrong where the outlines do not come, and shows the map when they do', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'agency')
  const { page } = seen
  const outlines = /\/immutable\/assets\/[^/]+\.json$/
  await page.route(outlines, (route) => route.abort())
  await seen.go('/demand')
  await page.getByRole('alert').first().waitFor()
  await page.unroute(outlines)
  await page.getByRole('alert').first().getByRole('button').click()
  await page.getByRole('listbox', { name: words.en.map }).waitFor()
  await seen.context.close()
})
