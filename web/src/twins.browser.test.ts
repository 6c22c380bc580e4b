import type { listTwins, Output } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { openPages } from './testing/pages.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

it('an agency sees a firm that its list brought twice, merges the two by keyboard, takes that back, and says that they differ', async () => {
  const { page, go, context } = await visit(pages.browser, pages.origin, desk, 'agency')
  const name = `Molinos Quilaco ${Date.now()}`
  const list = `name,country,website,capabilities\n${name} SA de CV,MX,https://quilaco.example,Flour\n${name.toUpperCase()} SRL,MX,https://quilaco.example,Bran\n`
  const headers = { origin: pages.origin, 'content-type': 'text/csv' }
  const sent = await page.request.post('/api/imports?what=suppliers&fileName=twins.csv', { data: list, headers })
  expect(sent.status()).toBe(202)
  const read = async (): Promise<Output<typeof listTwins>> => (await page.request.get('/api/twins')).json()
  const isOurs = (text: string): boolean => text.toLowerCase().startsWith(name.toLowerCase())
  const shown = async (): Promise<number> => (await read()).pairs.filter(({ one }) => isOurs(one.name)).length
  await expect.poll(shown, { timeout: 30_000 }).toBe(1)

  await go('/firms/twins')
  const pair = page.getByRole('article').filter({ hasText: name })
  await pair.getByText('Same name but for the legal form').waitFor()
  await takePicture(page, 'twins')
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await takePicture(page, 'twins-360')
  await page.setViewportSize({ width: 1280, height: 800 })
  await pair.getByRole('button', { name: 'Merge' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '1 capability' }).waitFor()
  await takePicture(page, 'twins-merge')
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter')
  await page.getByText('Merged. You can undo it for thirty days.').waitFor()
  expect(await shown()).toBe(0)
  await page.getByRole('button', { name: new RegExp(`Undo: ${name}`, 'i') }).press('Enter')
  await page.getByText('Both firms are back as they were.').waitFor()
  expect(await shown()).toBe(1)
  await pair.getByRole('button', { name: 'Not the same firm' }).press('Enter')
  await page.getByText('Noted. These two are not shown together again.').waitFor()
  expect(await shown()).toBe(0)
  await context.close()
})
