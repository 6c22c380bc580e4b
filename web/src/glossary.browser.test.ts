import type { listMatches, NeedView, Output, searchSuppliers } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

it('a line written by keyboard brings up who only says the other word, is gone when removed and back when undone', async () => {
  const { page, go, context, complaints } = await visit(pages.browser, pages.origin, { ...desk, width: 360 }, 'buyer')
  const ask = page.request
  const { items } = (await (await ask.get('/api/search/suppliers?limit=20&sort=name')).json()) as Output<
    typeof searchSuppliers
  >
  const supplier = items[0]?.supplier
  if (supplier === undefined) throw new Error('the market is empty')
  const { id } = await post<NeedView>(context, pages.origin, '/api/needs', {
    title: 'Zurrapasol',
    text: 'Zurrapasol zurrapasol zurrapasol zurrapasol.',
    language: 'es',
    publish: true,
  })
  const listed = async (): Promise<boolean> => {
    const ranking = (await (await ask.get(`/api/needs/${id}/matches`)).json()) as Output<typeof listMatches>
    return ranking.items.some((row) => row.supplier.id === supplier.id)
  }
  expect(await listed()).toBe(false)

  await go('/organisation')
  await page.getByRole('link', { name: 'Glossary' }).press('Enter')
  await page.getByText('No words of your own yet').waitFor()
  await takePicture(page, 'glossary-empty-360')
  await page.getByLabel('Word or phrase 1').focus()
  await page.keyboard.type('Zurrapasol')
  await page.getByRole('button', { name: 'Add to the glossary' }).press('Enter')
  await page.locator('[aria-invalid=true]').first().waitFor()
  await page.getByLabel('Word or phrase 2').focus()
  await page.keyboard.type('🚜')
  await page.keyboard.press('Enter')
  await page.getByText('That is no word').waitFor()
  await takePicture(page, 'glossary-fault-360')
  await page.getByLabel('Word or phrase 2').fill(supplier.name.slice(0, 60))
  await page.keyboard.press('Enter')
  const list = page.getByRole('list', { name: 'Your glossary' })
  await list.getByText('Zurrapasol').waitFor()
  await expect.poll(listed, { timeout: 20_000 }).toBe(true)
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  await takePicture(page, 'glossary-added-360')

  await page.getByRole('button', { name: /^Remove the line Zurrapasol/ }).press('Enter')
  await expect.poll(listed, { timeout: 20_000 }).toBe(false)
  await page.getByRole('button', { name: /undo/i }).last().press('Enter')
  await expect.poll(listed, { timeout: 20_000 }).toBe(true)

  await page.getByRole('button', { name: /^Change the line Zurrapasol/ }).press('Enter')
  await page.getByLabel('Word or phrase 2').fill('Somebody else altogether')
  await page.getByRole('button', { name: 'Save the line' }).press('Enter')
  await list.getByText('Somebody else altogether').waitFor()
  await expect.poll(listed, { timeout: 20_000 }).toBe(false)
  await page.getByRole('button', { name: /^Remove the line Zurrapasol/ }).press('Enter')
  await page.getByText('No words of your own yet').waitFor()
  await post(context, pages.origin, `/api/needs/${id}/cancel`, {})
  // The two lines that were refused, and nothing else.
  expect(complaints.filter((one) => !one.includes('status of 422'))).toEqual([])
  await context.close()
})
