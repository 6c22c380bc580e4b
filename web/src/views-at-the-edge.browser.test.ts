import type { listMatches, listNeeds, Output, searchSuppliers } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import { describe, expect, it } from 'vitest'
import { bringAxe } from './testing/find-barriers.ts'
import { looksWell } from './testing/looks-well.ts'
import { openPages } from './testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Look, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const en = {
  table: 'Table',
  map: 'Map',
  list: 'List',
  nothing: 'Nothing found',
  on: 'On the map',
  unknown: 'place not known exactly',
}
const es = {
  table: 'Tabla',
  map: 'Mapa',
  list: 'Lista',
  nothing: 'No se encontró nada',
  on: 'En el mapa',
  unknown: 'lugar no conocido con exactitud',
}
const words = { en, es }

const calama = { country: 'CL', region: 'Antofagasta', locality: 'Calama', latitude: -22.46, longitude: -68.93 }
const firms = [
  'name,country,sites,capabilities',
  'Maderas Lircay,CL,,Xyloglyphs',
  `Quebracho Norte,CL,"${JSON.stringify([calama]).replaceAll('"', '""')}",Xyloglyphs`,
]

/** An agency takes in firms that carve xyloglyphs: one says where it is, one does not. */
async function bringUnplaced(): Promise<void> {
  const { context } = await visit(pages.browser, pages.origin, desk, 'agency')
  const found = async (): Promise<number> => {
    const answer = await context.request.get('/api/search/suppliers?query=xyloglyphs')
    return ((await answer.json()) as Output<typeof searchSuppliers>).total
  }
  if ((await found()) < 2)
    await context.request.post('/api/imports?what=suppliers&dryRun=false&fileName=carvers.csv', {
      data: Buffer.from(`${firms.join('\n')}\n`),
      headers: { origin: pages.origin, 'content-type': 'text/csv' },
    })
  await expect.poll(found, { timeout: 60_000 }).toBeGreaterThan(1)
  await context.close()
}

async function asBuyer(look: Look, path: string | ((needId: string) => string)): Promise<Visit & { needId: string }> {
  const seen = await visit(pages.browser, pages.origin, look, 'buyer')
  await bringAxe(seen.context)
  const answer = await seen.context.request.get('/api/needs?kind=need&limit=50')
  const { items }: Output<typeof listNeeds> = await answer.json()
  const needId = items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id ?? ''
  await seen.go(typeof path === 'string' ? path : path(needId))
  return { ...seen, needId }
}

describe.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('at $name', ({ look, name }) => {
  const w = words[look.locale]

  it.each(['table', 'map'])('says that nothing was found instead of an empty %s, and finds again', async (view) => {
    const seen = await asBuyer(look, `/suppliers?query=xqzzvwk&view=${view}`)
    const { page } = seen
    await page.getByRole('heading', { name: w.nothing }).waitFor()
    expect([await page.getByRole('table').count(), await page.getByRole('listbox').count()]).toEqual([0, 0])
    await looksWell(seen)
    await takePicture(page, `nothing-${view}-${name}`)
    await page.getByRole('searchbox').first().fill('water')
    await page.getByRole(view === 'map' ? 'listbox' : 'table').waitFor()
    expect(new URL(page.url()).searchParams.get('view')).toBe(view)
    await seen.context.close()
  })

  it('says in words who cannot be on the map, and shows those who can', async () => {
    await bringUnplaced()
    const seen = await asBuyer(look, '/suppliers?query=xyloglyphs&view=map')
    const { page, context } = seen
    const map = page.getByRole('listbox')
    await map.waitFor()
    const answer = await context.request.get('/api/search/suppliers?query=xyloglyphs&limit=20')
    const { items }: Output<typeof searchSuppliers> = await answer.json()
    const placed = items.map(({ sites }) => sites.filter(({ latitude }) => latitude !== null).length)
    expect([placed.includes(0), placed.some((count) => count > 0)]).toEqual([true, true])
    const rows = page.getByRole('list', { name: w.on }).getByRole('listitem')
    expect(await rows.count()).toBe(items.length)
    expect(await map.getByRole('option').count()).toBe(placed.reduce((sum, count) => sum + count, 0))
    expect(await rows.filter({ hasText: w.unknown }).count()).toBe(placed.filter((count) => count === 0).length)
    await looksWell(seen)
    await takePicture(page, `supplier-map-full-${name}`, { fullPage: true })
    await context.close()
  })
})

it.each(['bogus', '', 'TABLE', '../map', 'list'])('takes %j for the list', async (view) => {
  const seen = await asBuyer(desk, (id) => `/needs/${id}?view=${encodeURIComponent(view)}`)
  const { page } = seen
  await page.getByRole('article').first().waitFor()
  expect(await page.getByRole('button', { name: 'List', exact: true }).getAttribute('aria-pressed')).toBe('true')
  expect(await page.getByRole('listbox').count()).toBe(0)
  expect(seen.complaints).toEqual([])
  await seen.context.close()
})

it('goes through the views and over the map by keyboard alone', async () => {
  const seen = await asBuyer(desk, (id) => `/needs/${id}`)
  const { page } = seen
  await page.getByRole('button', { name: 'List', exact: true }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('table').waitFor()
  // Who chose stays on the button.
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Table')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const map = page.getByRole('listbox')
  await map.waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBe('map')
  const isInMap = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'listbox')
  for (let steps = 0; steps < 4 && !(await isInMap()); steps += 1) await page.keyboard.press('Tab')
  expect(await isInMap()).toBe(true)
  const chosen = map.getByRole('option', { selected: true })
  const first = await chosen.getAttribute('aria-label')
  expect(first).toMatch(/^1\. /)
  await page.keyboard.press('ArrowLeft')
  const last = await chosen.getAttribute('aria-label')
  expect(last).not.toBe(first)
  // Who is chosen stands in the list's window and on the map, wherever it is, and the page did not move.
  const row = page.getByRole('list', { name: 'On the map' }).locator('li.chosen')
  const isWithin = await row.evaluate((element) => {
    const [inner, outer] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect()]
    return outer !== undefined && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
  })
  expect(isWithin).toBe(true)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  const at = await chosen.boundingBox()
  const frame = await map.boundingBox()
  expect((at?.x ?? -1) >= (frame?.x ?? 0) && (at?.x ?? 0) <= (frame?.x ?? 0) + (frame?.width ?? 0)).toBe(true)
  await page.keyboard.press('Home')
  expect(await chosen.getAttribute('aria-label')).toBe(first)
  await page.keyboard.press('+')
  await page.keyboard.press('-')
  expect(await page.getByRole('button', { name: 'Farther' }).isDisabled()).toBe(true)
  expect(seen.complaints).toEqual([])
  // No longer than what one sees: nothing hidden stretches the page.
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1800)
  await seen.context.close()
})

it('says what is wrong when the sites do not come, and shows them when they do', async () => {
  const seen = await asBuyer(desk, (id) => `/needs/${id}`)
  const { page } = seen
  await page.route(/\/api\/needs\/[^/]+\/sites$/, (route) => route.abort())
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  const alert = page.getByRole('alert').first()
  await alert.waitFor()
  expect(await page.getByRole('listbox').count()).toBe(0)
  await page.unroute(/\/api\/needs\/[^/]+\/sites$/)
  await alert.getByRole('button').click()
  await page.getByRole('listbox').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await seen.context.close()
})

it('counts rows of the table as seen in the order of the ranking alone', async () => {
  const seen = await asBuyer(desk, (id) => `/needs/${id}?view=table`)
  const { page, context, needId } = seen
  await page.getByRole('table').waitFor()
  const told = await page.waitForRequest(/\/shown$/, { timeout: 15_000 })
  const { shown } = told.postDataJSON() as { shown: string[] }
  const answer = await context.request.get(`/api/needs/${needId}/matches`)
  const { items }: Output<typeof listMatches> = await answer.json()
  const listed = items.filter((row) => !row.dismissed).map(({ supplier }) => supplier.id)
  expect(shown.toSorted()).toEqual(listed.slice(0, shown.length).toSorted())
  let later = 0
  page.on('request', (request) => (later += request.url().endsWith('/shown') ? 1 : 0))
  await page.getByRole('columnheader', { name: 'Fit of 100' }).getByRole('button').click()
  await page.getByRole('columnheader', { name: 'Fit of 100' }).getByRole('button').click()
  await page.waitForTimeout(4500)
  expect(later).toBe(0)
  await page.getByRole('columnheader', { name: 'Rank' }).getByRole('button').click()
  await page.locator('tbody tr').last().scrollIntoViewIfNeeded()
  await expect.poll(() => later, { timeout: 15_000 }).toBeGreaterThan(0)
  await context.close()
})
