import { sharedHouse } from '@enlace/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './testing/open-browser.ts'
import { desk, unreadOf, visit } from './testing/visit.ts'

let origin: string
let browser: Browser
beforeAll(async () => {
  ;[{ url: origin }, browser] = await Promise.all([sharedHouse(), openBrowser()])
}, 240_000)
afterAll(() => browser?.close())

const rows = Array.from(
  { length: 30 },
  (_, n) => `Cooperativa Prueba ${n},CL,Harina de trigo molida en piedra,${n === 7 ? 'muchos' : n}`,
)
const list = `name,country,capabilities,staff\n${rows.join('\n')}\n`

it('an agency looks at a list, takes it in, is told, finds its firms and takes them back, all without reloading', async () => {
  const { page, context, complaints, go } = await visit(browser, origin, desk, 'agency')
  try {
    await go('/imports')
    const unread = await unreadOf(context)
    let loads = 0
    page.on('load', () => (loads += 1))
    await page.getByLabel('File').setInputFiles({ name: 'mills.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: 'Look at it first' }).press('Enter')
    await page.getByText('Nothing was kept yet. This is what would happen.').waitFor({ timeout: 20_000 })
    const fault = page.getByRole('row').filter({ hasText: 'staff' })
    expect(await fault.innerText()).toMatch(/9\s+left out\s+staff\s+Write a number\./)
    await page.getByRole('button', { name: 'Take these rows in' }).press('Enter')
    await page.getByText('The rows are in; matching follows by itself.').waitFor({ timeout: 20_000 })
    const bell = page.getByRole('button', { name: `Notifications, ${unread + 1} unread` })
    await bell.waitFor({ timeout: 20_000 })
    await bell.press('Enter')
    await page.getByRole('menuitem', { name: 'mills.csv is in: 29 new, 0 changed, 1 left out.' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Firms', exact: true }).press('Enter')
    await page.getByLabel('Find by name').fill('cooperativa prueba')
    await page.getByText('29 firms in your care.').waitFor({ timeout: 10_000 })
    await page.goBack()
    await page.getByRole('button', { name: 'Undo this import' }).press('Enter')
    await page.getByRole('button', { name: 'Undo it' }).press('Enter')
    await page
      .getByText('Taken back. What others have built on stays and is listed below.')
      .waitFor({ timeout: 20_000 })
    expect(loads).toBe(0)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
})
