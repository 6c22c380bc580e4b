import type { listMatches, listNeeds, Output } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { bringAxe } from './testing/find-barriers.ts'
import { looksWell } from './testing/looks-well.ts'
import { openPages } from './testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Look, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const words = {
  en: {
    table: 'Table',
    map: 'Map',
    ranked: 'Suppliers ranked for this need, as a table',
    sites: 'Sites of the suppliers ranked for this need',
    found: 'Sites of the suppliers found',
    fit: 'Fit of 100',
    side: 'Side by side',
    on: 'On the map',
  },
  es: {
    table: 'Tabla',
    map: 'Mapa',
    ranked: 'Proveedores clasificados para esta necesidad, en tabla',
    sites: 'Sedes de los proveedores clasificados para esta necesidad',
    found: 'Sedes de los proveedores encontrados',
    fit: 'Encaje de 100',
    side: 'Lado a lado',
    on: 'En el mapa',
  },
} as const

/** Opens the list of the need that the demo's story is about. */
async function atMatches(look: Look): Promise<Visit & { readonly needId: string }> {
  const seen = await visit(pages.browser, pages.origin, look, 'buyer')
  await bringAxe(seen.context)
  const answer = await seen.context.request.get('/api/needs?kind=need&limit=50')
  const { items }: Output<typeof listNeeds> = await answer.json()
  const needId = items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id ?? ''
  await seen.go(`/needs/${needId}`)
  return { ...seen, needId }
}
const figures = async (page: Page, column: number): Promise<number[]> =>
  (await page.getByRole('table').locator(`tbody tr > :nth-child(${column})`).allInnerTexts()).flatMap((text) => {
    const digits = text.replace(/[.,\s](?=\d{3})/g, '').match(/\d+/)?.[0]
    return digits === undefined ? [] : [Number(digits)]
  })

describe.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('at $name', ({ look }) => {
  const w = words[look.locale]

  it('shows the ranked suppliers as a table that is ordered by any of its columns', async () => {
    const seen = await atMatches(look)
    const { page } = seen
    await page.getByRole('button', { name: w.table, exact: true }).click()
    const table = page.getByRole('region', { name: w.ranked }).getByRole('table')
    await table.waitFor()
    expect(new URL(page.url()).searchParams.get('view')).toBe('table')
    const header = table.getByRole('columnheader', { name: w.fit })
    await header.getByRole('button').press('Enter')
    expect(await header.getAttribute('aria-sort')).toBe('descending')
    const falling = await figures(page, 3)
    expect(falling).toEqual(falling.toSorted((a, b) => b - a))
    await header.getByRole('button').press('Enter')
    expect(await figures(page, 3)).toEqual(falling.toSorted((a, b) => a - b))
    expect(falling.length).toBeGreaterThan(5)
    await looksWell(seen)
    await takePicture(page, `match-table-${lookName(look)}`)
    await seen.context.close()
  })

  it('shows on a map where they are, circle by circle and in a list, and compares from both views', async () => {
    const seen = await atMatches(look)
    const { page, context, needId } = seen
    await page.getByRole('button', { name: w.map, exact: true }).click()
    const map = page.getByRole('listbox', { name: w.sites })
    await map.waitFor()
    const { items }: Output<typeof listMatches> = await (
      await context.request.get(`/api/needs/${needId}/matches`)
    ).json()
    const list = page.getByRole('list', { name: w.on })
    expect(await list.getByRole('listitem').count()).toBe(items.length)
    await map.focus()
    await page.keyboard.press('End')
    const label = await map.getByRole('option', { selected: true }).getAttribute('aria-label')
    expect(items.some(({ rank, supplier }) => label?.startsWith(`${rank}. ${supplier.name}, `))).toBe(true)
    const shown = list.locator('li.chosen')
    expect(label).toContain(await shown.getByRole('link').innerText())
    await looksWell(seen)
    await takePicture(page, `match-map-${lookName(look)}`, { fullPage: true })
    const ticks = list.getByRole('button', { name: /^(Compare|Comparar) / })
    await ticks.first().click()
    await page.getByRole('button', { name: w.table, exact: true }).click()
    await page
      .getByRole('region', { name: w.ranked })
      .getByRole('button', { name: /^(Compare|Comparar) /, pressed: false })
      .first()
      .click()
    await page
      .getByRole('region')
      .getByRole('button', { name: /^(Compare|Comparar)$/ })
      .last()
      .click()
    const side = page.getByRole('dialog', { name: w.side }).getByRole('table')
    await side.waitFor()
    expect(await side.getByRole('columnheader').count()).toBe(3)
    await context.close()
  })

  it('shows found suppliers as a table and on a map', async () => {
    const seen = await visit(pages.browser, pages.origin, look, 'buyer')
    await bringAxe(seen.context)
    await seen.go('/suppliers?query=water&view=map')
    const { page } = seen
    const map = page.getByRole('listbox', { name: w.found })
    await map.waitFor()
    expect(await map.getByRole('option').count()).toBeGreaterThan(2)
    await looksWell(seen)
    await takePicture(page, `supplier-map-${lookName(look)}`)
    await page.getByRole('button', { name: w.table, exact: true }).click()
    await page.getByRole('table').waitFor()
    await looksWell(seen)
    await takePicture(page, `supplier-table-${lookName(look)}`)
    await seen.context.close()
  })
})

it('leaves the supplier of a need that hides its buyer without any map of it', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'supplier')
  const { items } = (await (await seen.context.request.get('/api/search/needs?limit=100')).json()) as {
    items: { id: string; buyer: unknown; place: { latitude: number | null } | null }[]
  }
  const masked = items.filter(({ buyer }) => buyer === null)
  expect(masked.length).toBeGreaterThan(0)
  expect(masked.every(({ place }) => place === null || place.latitude === null)).toBe(true)
  expect((await seen.context.request.get(`/api/needs/${masked[0]?.id}/sites`)).status()).toBe(403)
  await seen.go(`/open-needs/${masked[0]?.id}?view=map`)
  expect(await seen.page.getByRole('listbox').count()).toBe(0)
  await seen.context.close()
})
