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
    open: 'What counts',
    near: 'Nearness',
    work: 'Does this work',
    use: 'Use for this need',
    reset: 'Reset',
    compare: 'Compare',
    own: 'In force: weights set for this need.',
    usual: /^In force: the usual weights/,
    none: /^At least one criterion must count/,
    most: /^Four is as many as fit/,
    table: 'Side by side',
  },
  es: {
    open: 'Qué cuenta',
    near: 'Cercanía',
    work: 'Hace este trabajo',
    use: 'Usar en esta necesidad',
    reset: 'Restablecer',
    compare: 'Comparar',
    own: 'En vigor: pesos fijados para esta necesidad.',
    usual: /^En vigor: los pesos habituales/,
    none: /^Al menos un criterio debe contar/,
    most: /^Caben cuatro/,
    table: 'Lado a lado',
  },
} as const

const patience = { timeout: 10_000 }
/** The first suppliers of the list, of which `atList` waited for so many: the rest is drawn a row a frame. */
const shownFirst = 6
const order = async (page: Page): Promise<string[]> =>
  (await page.getByRole('article').getByRole('heading').allInnerTexts()).slice(0, shownFirst)

/** The same by the server. */
async function listed({ context, page }: Visit): Promise<string[]> {
  const answer = await context.request.get(`/api${new URL(page.url()).pathname}/matches`)
  const { items }: Output<typeof listMatches> = await answer.json()
  return items.slice(0, shownFirst).map(({ supplier }) => supplier.name)
}

/** Opens the list of the need that the demo's story is about. */
async function atList(look: Look): Promise<Visit> {
  const seen = await visit(pages.browser, pages.origin, look, 'buyer')
  await bringAxe(seen.context)
  const answer = await seen.context.request.get('/api/needs?kind=need&limit=50')
  const { items }: Output<typeof listNeeds> = await answer.json()
  await seen.go(`/needs/${items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id}`)
  await seen.page
    .getByRole('article')
    .nth(shownFirst - 1)
    .waitFor()
  return seen
}
const take = (page: Page, what: string, look: Look): Promise<void> => takePicture(page, `${what}-${lookName(look)}`)

describe.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('at $name', ({ look }) => {
  const w = words[look.locale]

  it('opens the sliders beside the list, which follows them, and says where nothing would count', async () => {
    const seen = await atList(look)
    const { page } = seen
    const before = await order(page)
    await page.getByRole('button', { name: w.open }).click()
    const slider = (name: string) => page.getByRole('slider', { name: new RegExp(`^${name}`) })
    await slider(w.near).waitFor()
    expect(await page.getByRole('slider').count()).toBe(10)
    await slider(w.near).press('End')
    await slider(w.work).press('Home')
    expect(await order(page)).not.toEqual(before)
    await looksWell(seen)
    await page.locator('#what-counts').evaluate((panel) => panel.scrollIntoView())
    await take(page, 'weights', look)
    for (const one of await page.getByRole('slider').all()) await one.press('Home')
    await page.getByText(w.none).waitFor()
    expect(await page.getByRole('button', { name: w.use }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: w.reset }).click()
    // As the list stands by now: others publish in this house, and the page hears of it.
    await expect
      .poll(async () => JSON.stringify(await order(page)) === JSON.stringify(await listed(seen)), patience)
      .toBe(true)
    await seen.context.close()
  })

  it('shows four suppliers side by side and says why it takes no fifth', async () => {
    const seen = await atList(look)
    const { page } = seen
    const ticks = page.getByRole('article').getByRole('button', { name: w.compare })
    for (let at = 0; at < 5; at += 1) await ticks.nth(at).click()
    await page.getByText(w.most).waitFor()
    const pressed = await ticks.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed')))
    expect(pressed.slice(0, 5)).toEqual(['true', 'true', 'true', 'true', 'false'])
    await page.getByRole('region').getByRole('button', { name: w.compare, exact: true }).last().click()
    const table = page.getByRole('dialog').getByRole('table')
    await table.waitFor()
    expect(await table.getByRole('columnheader').count()).toBe(5)
    const scroll = page.getByRole('dialog').getByRole('region', { name: w.table })
    const first = table.getByRole('rowheader').first()
    const at = async (): Promise<number> => (await first.boundingBox())?.x ?? -1
    const still = await at()
    await scroll.focus()
    await scroll.evaluate((element) => element.scrollBy(160, 0))
    expect(await at()).toBe(still)
    await looksWell(seen)
    await take(page, 'compare', look)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await seen.context.close()
  })
})

it('keeps, by keyboard alone, the order that the sliders showed, for whoever looks, and gives the usual one back', async () => {
  const seen = await atList(desk)
  const other = await atList(desk)
  const { page } = seen
  const w = words.en
  const usual = await order(page)
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name, exact: typeof name === 'string' }).focus()
    await page.keyboard.press('Enter')
  }
  await press(w.open)
  await page.getByRole('slider', { name: new RegExp(`^${w.near}`) }).focus()
  await page.keyboard.press('End')
  const shown = await order(page)
  expect(shown).not.toEqual(usual)
  await press(w.use)
  await page.getByText(w.own).waitFor()
  // The other window hears the list that the worker made, which is the one that was shown here.
  await expect.poll(() => order(other.page), { timeout: 20_000 }).toEqual(shown)
  expect(await order(page)).toEqual(shown)
  await press(w.reset)
  await press(w.use)
  await page.getByText(w.usual).waitFor()
  await expect.poll(() => order(other.page), { timeout: 20_000 }).toEqual(usual)
  expect(await order(page)).toEqual(usual)
  await Promise.all([seen.context.close(), other.context.close()])
})
