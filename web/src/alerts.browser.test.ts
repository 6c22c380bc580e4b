import type { listSavedSearches, Output, readMailbox } from '@enlace/contracts'
import { sharedHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

it('a search that is saved where one searches tells of a new need by mail, whose link ends it; deleting it can be undone', async () => {
  const supplier = await visit(pages.browser, pages.origin, desk, 'supplier')
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  const stranger = await visit(pages.browser, pages.origin, desk)
  const headers = { origin: pages.origin }
  const word = `quillay${Date.now()}`
  const { page } = supplier
  const usual: unknown = await (await page.request.get('/api/alert-hours')).json()
  const always = { zone: 'UTC', quietFrom: '00:00', quietUntil: '00:00' }
  expect((await page.request.put('/api/alert-hours', { data: always, headers })).ok()).toBe(true)

  await supplier.go(`/open-needs?query=${word}`)
  await page.getByRole('button', { name: 'Save this search' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe(word)
  await page.getByRole('radio', { name: 'At once' }).check()
  await takePicture(page, 'save-search')
  await page.keyboard.press('Enter')
  await page.getByText('Saved. What is new comes to you.').waitFor()

  const need = { title: `Bark of ${word}`, text: 'Bark for washing wool, dried.', publish: true }
  await post(buyer.context, pages.origin, '/api/needs', need)
  const mailed = async (): Promise<string> => {
    const { items } = (await (await page.request.get('/api/mailbox?limit=50')).json()) as Output<typeof readMailbox>
    return items.find(({ body }) => body.includes(word) && body.includes('/unsubscribe#'))?.body ?? ''
  }
  await expect.poll(mailed, { timeout: 30_000 }).toContain(`Bark of ${word}`)
  await expect.poll(async () => (await page.request.get('/api/notifications?limit=1')).text()).toContain(word)

  const link = /\/unsubscribe#token=\S+/.exec(await mailed())?.[0] ?? ''
  await stranger.go(link)
  await takePicture(stranger.page, 'stop')
  await stranger.page.getByRole('button', { name: 'Stop mail about this search' }).press('Enter')
  await stranger.page.getByRole('heading', { name: 'Stopped' }).waitFor()

  const saved = async (): Promise<string | undefined> => {
    const answer = await page.request.get('/api/saved-searches')
    const { items } = (await answer.json()) as Output<typeof listSavedSearches>
    return items.find(({ name }) => name === word)?.rhythm
  }
  expect(await saved()).toBe('off')
  await supplier.go('/alerts')
  const rhythm = page.getByRole('combobox', { name: `How often you hear of ${word}` })
  expect(await rhythm.inputValue()).toBe('off')
  await rhythm.selectOption('weekly')
  await expect.poll(saved).toBe('weekly')
  await takePicture(page, 'alerts-told')
  await page.getByRole('button', { name: `Delete ${word}` }).press('Enter')
  await expect.poll(saved).toBe(undefined)
  await page.getByRole('button', { name: /undo/i }).press('Enter')
  await expect.poll(saved).toBe('weekly')
  expect((await page.request.put('/api/alert-hours', { data: usual, headers })).ok()).toBe(true)
  expect([...supplier.complaints, ...stranger.complaints]).toEqual([])
  await Promise.all([supplier, buyer, stranger].map(({ context }) => context.close()))
})
