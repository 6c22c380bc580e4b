import { sharedHouse } from '@enlace/testing'
import { expect, it } from 'vitest'
import { holdAnswers } from './testing/hold-answers.ts'
import { openPages } from './testing/pages.ts'
import { desk, unreadOf, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

// Names of this run's own: what an earlier one left behind would be rows that are known.
const stamp = Date.now()
const rows = Array.from(
  { length: 30 },
  (_, n) => `Cooperativa ${stamp} ${n},CL,Harina de trigo molida en piedra,${n === 7 ? 'muchos' : n}`,
)
const list = `name,country,capabilities,staff\n${rows.join('\n')}\n`

it('an agency looks at a list, takes it in, is told, finds its firms and takes them back, all without reloading', async () => {
  const { page, context, complaints } = await visit(pages.browser, pages.origin, desk, 'agency')
  try {
    const file = `mills-${stamp}.csv`
    const unread = await unreadOf(context)
    // What the live channel told is not taken back by an answer that comes late.
    const notices = await holdAnswers(page, /\/api\/notifications\?/, 2)
    await page.goto('/imports')
    await notices.full()
    let loads = 0
    page.on('load', () => (loads += 1))
    await page.getByLabel('File').setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: 'Look at it first' }).press('Enter')
    await page.getByText('Nothing was kept yet. This is what would happen.').waitFor({ timeout: 20_000 })
    const fault = page.getByRole('row').filter({ hasText: 'staff' })
    expect(await fault.innerText()).toMatch(/9\s+left out\s+staff\s+Write a number\./)
    const run = await holdAnswers(page, /\/api\/imports\/[^/]+\/run$/, 1)
    await page.getByRole('button', { name: 'Take these rows in' }).press('Enter')
    const done = page.getByText('The rows are in; matching follows by itself.')
    await done.waitFor({ timeout: 20_000 })
    await run.release()
    expect(await done.count()).toBe(1)
    const bell = page.getByRole('button', { name: `Notifications, ${unread + 1} unread` })
    await bell.waitFor({ timeout: 20_000 })
    await notices.release()
    expect(await bell.count()).toBe(1)
    await bell.press('Enter')
    await page.getByRole('menuitem', { name: `${file} is in: 29 new, 0 changed, 1 left out.` }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Firms', exact: true }).press('Enter')
    await page.getByLabel('Find by name').fill(`cooperativa ${stamp}`)
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

it('two lists that came in alike are told of twice', async () => {
  const { page, context, complaints, go } = await visit(pages.browser, pages.origin, desk, 'agency')
  const file = `nameless-${stamp}.csv`
  const unread = await unreadOf(context)
  const post = {
    data: Buffer.from('name,country,capabilities\n,CL,Nothing\n'),
    headers: { origin: pages.origin, 'content-type': 'text/csv' },
  }
  for (const count of [1, 2]) {
    const answer = await context.request.post(`/api/imports?what=suppliers&fileName=${file}`, post)
    expect(answer.status()).toBe(202)
    await expect.poll(() => unreadOf(context), { timeout: 20_000 }).toBe(unread + count)
  }
  await go('/imports')
  await page.getByRole('button', { name: `Notifications, ${unread + 2} unread` }).click()
  const alike = page.getByRole('menuitem', { name: `${file} is in: 0 new, 0 changed, 1 left out.` })
  await expect.poll(() => alike.count()).toBe(2)
  expect(complaints).toEqual([])
  await context.close()
})

it('an agency fills in a workbook, is told of an old one in words, and sees what its rows would do', async () => {
  const { page, context, complaints } = await visit(pages.browser, pages.origin, desk, 'agency')
  try {
    await page.goto('/imports')
    const file = page.getByLabel('File')
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])
    await file.setInputFiles({ name: 'firms.xls', mimeType: 'application/vnd.ms-excel', buffer: old })
    await page.getByRole('button', { name: 'Look at it first' }).press('Enter')
    await page.getByText('Save it without a password, as .xlsx or CSV, and choose that file.').waitFor()
    const begun = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Template for suppliers (Excel)' }).press('Enter')
    const download = await begun
    expect(download.suggestedFilename()).toBe('suppliers.xlsx')
    await file.setInputFiles(await download.path())
    await page.getByRole('button', { name: 'Look at it first' }).press('Enter')
    await page.getByText('Nothing was kept yet. This is what would happen.').waitFor({ timeout: 20_000 })
    await page.getByText('Every row is fine.').waitFor()
    expect(complaints).toEqual([expect.stringContaining('422')])
  } finally {
    await context.close()
  }
})
