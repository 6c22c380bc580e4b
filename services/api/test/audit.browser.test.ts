import { readFile } from 'node:fs/promises'

import type { listEntries, Output } from '@enlace/contracts'
import { startTestHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { bringAxe } from '../../../web/src/testing/find-barriers.ts'
import { looksWell } from '../../../web/src/testing/looks-well.ts'
import { openPages } from '../../../web/src/testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Visit } from '../../../web/src/testing/visit.ts'

// A house of its own without the demo's past: the log begins empty, and what is decided here is all that stands in it.
const pages = openPages(() => startTestHouse({ web: true }))

const decide = async ({ context }: Visit): Promise<void> => {
  const need = { title: 'Conveyor rollers', text: 'Rollers for a belt of 1,200 mm.', publish: true }
  const headers = { origin: pages.origin }
  const { id } = await (await context.request.post('/api/needs', { data: need, headers })).json()
  await context.request.post(`/api/needs/${id}/close`, { data: {}, headers })
}

it('shows who has decided nothing yet how the log begins', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'supplier')
  await bringAxe(seen.context)
  await seen.go('/organisation')
  await seen.page.getByRole('link', { name: 'Audit log' }).press('Enter')
  await seen.page.getByText('Nothing has been logged yet').waitFor()
  await seen.page.getByText('0 entries, signed as of').waitFor()
  await looksWell(seen)
  await seen.context.close()
})

it('lists decisions newest first, narrows them by keyboard, and gives receipts that hold without a connection', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'buyer')
  const { page, context, go, complaints } = seen
  await decide(seen)
  await go('/audit')
  const rows = page.getByRole('table', { name: 'Entries' }).getByRole('row')
  expect((await rows.allInnerTexts()).slice(1, 3).map((row) => row.split('\n')[0]?.split(' no.')[0])).toEqual([
    'Need closed',
    'Need published',
  ])
  await page.getByLabel('Kind of entry').focus()
  await page.keyboard.type('Need published')
  await expect
    .poll(async () => (await rows.allInnerTexts()).slice(1).every((row) => row.startsWith('Need published')))
    .toBe(true)
  await page.getByLabel('Kind of entry').selectOption({ label: 'Merge undone' })
  await page.getByText('No entry of this kind').waitFor()
  await page.getByLabel('Kind of entry').selectOption({ label: 'Need closed' })

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /receipt of entry/ })
      .first()
      .press('Enter'),
  ])
  const text = await readFile(await download.path(), 'utf8')
  await context.setOffline(true)
  const check = async (receipt: string): Promise<void> => {
    await page.getByLabel('Receipt', { exact: true }).fill(receipt)
    await page.getByRole('button', { name: 'Check', exact: true }).press('Enter')
  }
  await check(text)
  await page.getByText('This receipt holds').waitFor()
  await takePicture(page, 'audit-receipt-good')
  await check(text.replace('need.closed', 'need.opened'))
  await page.getByText('The signed log does not hold this entry').waitFor()
  await check('{}')
  await page.getByText('This is no receipt').waitFor()
  await check('')
  await page.getByText('Paste a receipt or choose its file first.').waitFor()
  await page
    .getByLabel('Receipt file')
    .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByText('This receipt holds').waitFor()
  await context.setOffline(false)
  expect(complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(line))).toEqual([])
  await context.close()
})

it('shows the platform every organisation, and an organisation its own', async () => {
  const [buyer, admin] = [
    await visit(pages.browser, pages.origin, desk, 'buyer'),
    await visit(pages.browser, pages.origin, desk, 'admin'),
  ]
  await decide(buyer)
  const own = (await (await buyer.context.request.get('/api/audit-log/entries')).json()) as Output<typeof listEntries>
  const name = own.items[0]?.organisation?.name ?? ''
  await admin.go('/audit')
  expect(name).not.toBe('')
  expect(await admin.page.getByText(`Somebody at ${name}`).count()).toBeGreaterThan(0)
  await Promise.all([buyer.context.close(), admin.context.close()])
})

it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('looks well at $name', async ({ look, name }) => {
  for (const as of ['buyer', 'admin'] as const) {
    const seen = await visit(pages.browser, pages.origin, look, as)
    if (as === 'buyer') await decide(seen)
    await bringAxe(seen.context)
    await seen.go('/audit')
    await seen.page.getByRole('table').waitFor()
    await takePicture(seen.page, `audit-${as}-${name}`)
    await looksWell(seen)
    await seen.context.close()
  }
})
