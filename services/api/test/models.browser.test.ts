import type { listNeeds, Output } from '@enlace/contracts'
import { asSystem, openDatabase, type Database } from '@enlace/database'
import { makeHistory, startTestHouse, takePicture } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bringAxe } from '../../../web/src/testing/find-barriers.ts'
import { looksWell } from '../../../web/src/testing/looks-well.ts'
import { openPages } from '../../../web/src/testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Visit } from '../../../web/src/testing/visit.ts'

// A house of its own: what is switched here ranks every need anew.
const pages = openPages(() => startTestHouse({ web: true, demo: true }))
let database: Database
beforeAll(async () => {
  database = openDatabase({
    url: pages.house.environment['DATABASE_URL'] ?? '',
    role: 'enlace_system',
    maxConnections: 2,
  })
}, 240_000)
afterAll(async () => {
  await database?.close()
})

/** Presses a button by keyboard alone. */
const press = async (page: Page, name: string, within = page.locator('body')): Promise<void> => {
  await within.getByRole('button', { name, exact: true }).last().focus()
  await page.keyboard.press('Enter')
}
const confirm = (page: Page, name: string): Promise<void> => press(page, name, page.getByRole('dialog'))
const storyNeed = async ({ context }: Visit): Promise<string> => {
  const { items }: Output<typeof listNeeds> = await (await context.request.get('/api/needs?kind=need&limit=50')).json()
  return items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id ?? ''
}
const weightsOf = (needId: string): Promise<string[]> =>
  asSystem(database, async (tx) =>
    (
      await tx.execute<{ weights: string }>(
        sql`select distinct body ->> 'weights' as weights from matches where need_id = ${needId}`,
      )
    ).map(({ weights }) => weights),
  )

it('says what is missing where there is too little to learn from', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'admin')
  await bringAxe(seen.context)
  await seen.go('/models')
  await seen.page.getByText('200 labels are missing').waitFor()
  expect(await seen.page.getByRole('button', { name: 'Make a candidate' }).isDisabled()).toBe(true)
  await seen.page.getByRole('heading', { name: 'No candidate' }).waitFor()
  await looksWell(seen)
  await seen.context.close()
})

it(
  'makes a candidate, puts it in force and goes back, by keyboard alone, while a buyer watches its list',
  { timeout: 180_000 },
  async () => {
    await makeHistory(database, { needs: 90, seed: 7 })
    const admin = await visit(pages.browser, pages.origin, desk, 'admin')
    const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
    const [{ page }, { page: list }] = [admin, buyer]
    const needId = await storyNeed(buyer)
    await buyer.go(`/needs/${needId}`)
    const details = list.getByRole('article').first().locator('summary')
    await details.click()
    await list.getByText('Not enough history yet').waitFor()
    expect(await weightsOf(needId)).toEqual(['producer-driven/1'])
    await admin.go('/models')
    await press(page, 'Make a candidate')
    await page.getByText('Orders better').waitFor({ timeout: 30_000 })
    await press(page, 'Put in force')
    await confirm(page, 'Put in force')
    await page.getByText('Model 2 is in force.').waitFor()
    await expect.poll(() => weightsOf(needId), { timeout: 60_000 }).toEqual(['producer-driven/2'])
    // The buyer's window hears the new list; how often such matches are shortlisted it reads when it comes again.
    await buyer.go(`/needs/${needId}`)
    await details.click()
    await list.getByText(/About \d+ of 10 like this were shortlisted/).waitFor()
    await press(page, 'Go back')
    await confirm(page, 'Go back')
    await page.getByText('The model before is in force again.').waitFor()
    // What was done by mistake is taken back from the note that tells of it.
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('button', { name: 'Go back', exact: true }).waitFor()
    await press(page, 'Go back')
    await confirm(page, 'Go back')
    await page.getByRole('button', { name: 'Put in force' }).waitFor()
    await expect.poll(() => weightsOf(needId), { timeout: 60_000 }).toEqual(['producer-driven/1'])
    expect([admin.complaints, buyer.complaints]).toEqual([[], []])
    await Promise.all([admin.context.close(), buyer.context.close()])
  },
)

it('notes what a buyer saw, looked at closer and chose', async () => {
  const seen = await visit(pages.browser, pages.origin, desk, 'buyer')
  const { page } = seen
  const needId = await storyNeed(seen)
  await seen.go(`/needs/${needId}`)
  const first = page.getByRole('article').first()
  const name = await first.getByRole('heading').innerText()
  await first.locator('summary').click()
  const kept = () =>
    asSystem(database, async (tx) => {
      const rows = await tx.execute<{ name: string; position: number; opened: boolean }>(sql`
        select name, position, opened_at is not null as opened from match_impressions join organisations on id = supplier_id
        where need_id = ${needId} and weights = 'producer-driven/1' order by position`)
      return rows.filter(({ opened }) => opened).map((row) => [row.name, row.position])
    })
  await expect.poll(kept, { timeout: 15_000 }).toEqual([[name, 1]])
  await press(page, `Shortlist ${name}`)
  await first.getByText('On your shortlist').waitFor()
  await press(page, `Gets the work: ${name}`)
  await page.getByText(`You noted that ${name} gets the work.`).waitFor()
  await takePicture(page, 'chosen')
  expect(seen.complaints).toEqual([])
  await seen.context.close()
})

it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('looks well at $name', async ({ look, name }) => {
  const seen = await visit(pages.browser, pages.origin, look, 'admin')
  await bringAxe(seen.context)
  await seen.go('/models')
  await seen.page.locator('figure').first().waitFor()
  await looksWell(seen)
  await takePicture(seen.page, `models-candidate-${name}`, { fullPage: true })
  await seen.context.close()
})
