import { sharedHouse } from '@enlace/testing'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPages } from './testing/pages.ts'
import { unreadOf, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const words = {
  en: {
    title: 'Title',
    text: 'What you need',
    publish: 'Publish',
    interested: 'We are interested',
    chip: 'Interested',
    bell: /^Notifications, (\d+) unread$/,
    notice: (title: string) => `Polímeros del Loa is interested in “${title}”.`,
  },
  es: {
    title: 'Título',
    text: 'Qué necesita',
    publish: 'Publicar',
    interested: 'Nos interesa',
    chip: 'Le interesa',
    bell: /^Avisos, (\d+) sin leer$/,
    notice: (title: string) => `A Polímeros del Loa le interesa «${title}».`,
  },
} as const

/** Counts loads of the page, so that "without reload" is something that can fail. */
const loadsOf = (page: Page): { count: number } => {
  const loads = { count: 0 }
  page.on('load', () => (loads.count += 1))
  return loads
}

describe.each(['en', 'es'] as const)('the main job, in %s', (locale) => {
  it('shows a posted need ranked to the buyer and to the supplier, and the answer to the buyer, all over the socket', async () => {
    const w = words[locale]
    const supplier = await visit(pages.browser, pages.origin, { width: 360, theme: 'light', locale }, 'supplier')
    await supplier.go('/for-you')
    const buyer = await visit(pages.browser, pages.origin, { width: 1280, theme: 'light', locale }, 'buyer')
    await buyer.go('/needs/new')
    const unread = await unreadOf(buyer.context)
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
    // Others write to this buyer too, so its bell counts at least one more.
    const bell = buyer.page.getByRole('button', { name: w.bell })
    const counted = async (): Promise<number> =>
      Number(w.bell.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0)
    await expect.poll(counted, { timeout: 30_000 }).toBeGreaterThan(unread)
    await bell.click()
    await buyer.page.getByRole('menuitem', { name: w.notice(title) }).waitFor()
    expect([buyerLoads.count, supplierLoads.count, snapshots]).toEqual([0, 0, []])
    expect([...buyer.complaints, ...supplier.complaints]).toEqual([])
    await Promise.all([buyer.context.close(), supplier.context.close()])
  }, 120_000)
})
