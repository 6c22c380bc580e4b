import { startTestHouse, type TestHouse } from '@enlace/testing'
import type { Browser, Page } from 'playwright-core'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './testing/open-browser.ts'
import { visit, type Visit } from './testing/visit.ts'

let house: TestHouse
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTestHouse({ web: true, demo: true }), openBrowser()])
  await settled()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
}, 30_000)

/** The demo's own needs are ranked first; a machine that is busy takes a while for them. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const metrics = await (await fetch(`${house.urls.relay}/metrics`)).text()
    const open = [...metrics.matchAll(/^enlace_reactions_open\{.*\} (\d+)$/gm)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    )
    if (open === 0) return
    await sleep(500)
  }
}

const words = {
  en: {
    buyer: 'Buyer',
    supplier: 'Supplier',
    title: 'Title',
    text: 'What you need',
    publish: 'Publish',
    interested: 'We are interested',
    chip: 'Interested',
  },
  es: {
    buyer: 'Comprador',
    supplier: 'Proveedor',
    title: 'Título',
    text: 'Qué necesita',
    publish: 'Publicar',
    interested: 'Nos interesa',
    chip: 'Le interesa',
  },
} as const

/** Signs in as the demo's one click does, then opens the page. */
const enter = async (as: 'buyer' | 'supplier', path: string, locale: 'en' | 'es', width: number): Promise<Visit> => {
  const opened = await visit(browser, house.url, { width, theme: 'light', locale })
  const answer = await opened.page.request.post(`${house.url}/api/demo/sign-in`, {
    data: { as },
    headers: { origin: house.url },
  })
  expect(answer.status()).toBe(200)
  await opened.page.goto(house.url + path)
  return opened
}
/** Counts loads of the page, so that "without reload" is something that can fail. */
const loadsOf = (page: Page): { count: number } => {
  const loads = { count: 0 }
  page.on('load', () => (loads.count += 1))
  return loads
}

describe.each(['en', 'es'] as const)('the main job, in %s', (locale) => {
  it('shows a posted need ranked to the buyer and to the supplier, and the answer to the buyer, all over the socket', async () => {
    const w = words[locale]
    const supplier = await enter('supplier', '/for-you', locale, 360)
    await supplier.page.getByRole('article').first().waitFor()
    const buyer = await enter('buyer', '/needs/new', locale, 1280)
    const title =
      locale === 'en'
        ? `Dust control for the north ramp ${Date.now()}`
        : `Control de polvo en la rampa norte ${Date.now()}`
    await buyer.page.getByLabel(w.title, { exact: false }).first().fill(title)
    await buyer.page
      .getByLabel(w.text)
      .fill('Acrylic copolymer dust suppressant for unpaved mine haul roads, 400 t a year, delivered to Calama.')
    const supplierLoads = loadsOf(supplier.page)
    const snapshots: string[] = []
    supplier.page.on('request', (request) => {
      if (request.url().includes('/api/feed')) snapshots.push(request.url())
    })
    await buyer.page.getByRole('button', { name: w.publish, exact: true }).click()
    const rows = buyer.page.getByRole('article')
    await rows.first().waitFor({ timeout: 30_000 })
    const buyerLoads = loadsOf(buyer.page)
    expect(await rows.first().getByRole('heading').innerText()).toBe('Polímeros del Loa')

    // The supplier's open page shows the new need by itself: no load and no request for the list.
    const article = supplier.page.getByRole('article').filter({ hasText: title })
    await article.waitFor({ timeout: 30_000 })
    await article.getByRole('button', { name: w.interested }).click()

    await rows.filter({ hasText: 'Polímeros del Loa' }).getByText(w.chip, { exact: true }).waitFor({ timeout: 30_000 })
    expect([buyerLoads.count, supplierLoads.count, snapshots]).toEqual([0, 0, []])
    expect([...buyer.complaints, ...supplier.complaints]).toEqual([])
    await Promise.all([buyer.context.close(), supplier.context.close()])
  }, 120_000)
})
