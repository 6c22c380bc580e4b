import type { Output, searchSuppliers, suggestSearch } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

it('a rival that is named by keyboard is gone from the search and suggestions of its namer at once, and back when undone', async () => {
  const { page, go, context, complaints } = await visit(
    pages.browser,
    pages.origin,
    { ...desk, width: 360 },
    'supplier',
  )
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  const read = async <Body>(of: typeof page, path: string): Promise<Body> =>
    (await (await of.request.get(path)).json()) as Body
  const { items } = await read<Output<typeof searchSuppliers>>(page, '/api/search/suppliers?limit=20&sort=name')
  const session = await read<{ organisation: { id: string } }>(page, '/api/session')
  const rival = items.map(({ supplier }) => supplier).find(({ id }) => id !== session.organisation.id)
  if (rival === undefined) throw new Error('the market is empty')
  const words = encodeURIComponent(rival.name)
  const found = async (of = page): Promise<boolean[]> => {
    const search = await read<Output<typeof searchSuppliers>>(of, `/api/search/suppliers?query=${words}&limit=100`)
    const typed = await read<Output<typeof suggestSearch>>(of, `/api/search/suggest?query=${words}`)
    return [
      search.items.some(({ supplier }) => supplier.id === rival.id),
      typed.items.some((item) => item.kind === 'supplier' && item.id === rival.id),
    ]
  }
  expect(await found()).toEqual([true, true])

  await go('/organisation')
  await page.getByRole('link', { name: 'Rivals' }).press('Enter')
  const field = page.getByRole('combobox', { name: 'Which firm' })
  await field.focus()
  await page.keyboard.type(rival.name)
  await page.getByRole('option', { name: rival.name }).first().waitFor()
  await takePicture(page, 'rivals-typed')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Your rivals' }).getByText(rival.name).waitFor()
  expect(await found()).toEqual([false, false])
  expect(await found(buyer.page)).toEqual([true, true])
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
  await takePicture(page, 'rivals-named')
  await go(`/suppliers?query=${words}`)
  expect(await page.getByRole('link', { name: rival.name }).count()).toBe(0)

  await go('/organisation/rivals')
  await page.getByRole('button', { name: `Remove ${rival.name}` }).press('Enter')
  await expect.poll(found).toEqual([true, true])
  await page.getByRole('button', { name: /undo/i }).press('Enter')
  await expect.poll(found).toEqual([false, false])
  await page.getByRole('button', { name: `Remove ${rival.name}` }).press('Enter')
  await expect.poll(found).toEqual([true, true])
  expect(complaints).toEqual([])
  await Promise.all([context, buyer.context].map((one) => one.close()))
})
