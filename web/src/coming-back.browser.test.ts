import { sharedHouse } from '@enlace/testing'
import { expect, it } from 'vitest'
import { openHousePeople } from '../../services/api/test/house-people.ts'
import { openPages } from './testing/pages.ts'
import { desk, visit, type Door, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
async function as(door: Door, act: (seen: Visit) => Promise<void>): Promise<void> {
  const seen = await visit(pages.browser, pages.origin, desk, door)
  try {
    await act(seen)
  } finally {
    await seen.context.close()
  }
}

it('what is written of a new matchday outlives the page, until one starts over', async () => {
  await as('agency', async ({ page, go }) => {
    await go('/matchdays/new')
    const title = page.getByLabel('Title', { exact: false }).first()
    const restored = page.getByText('What you wrote before is still here.')
    expect(await restored.count()).toBe(0)
    await title.fill('Meet the quarries')
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Meet the quarries')
    await page.reload()
    await restored.waitFor()
    expect(await title.inputValue()).toBe('Meet the quarries')
    await page.getByRole('button', { name: 'Start over' }).click()
    await restored.waitFor({ state: 'detached' })
    await expect.poll(() => title.inputValue()).toBe('')
  })
})

it('what one writes is not met by who uses the device next, and is there for oneself', async () => {
  const people = openHousePeople(pages.house, pages.browser)
  const own = await people.organisation('agency', 'Drafts of one')
  const [first, second] = [await people.person(own, 'facilitator'), await people.person(own, 'facilitator')]
  const [seen, next] = [await first.look(), await second.look()]
  const { page, context, go } = seen
  const become = async (cookies: Awaited<ReturnType<typeof context.cookies>>): Promise<void> => {
    await context.clearCookies()
    await context.addCookies(cookies)
    await go('/matchdays/new')
  }
  const restored = page.getByText('What you wrote before is still here.')
  const [mine, theirs] = [await context.cookies(), await next.context.cookies()]
  await go('/matchdays/new')
  await page.getByLabel('Title', { exact: false }).first().fill('Known to one alone')
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Known to one alone')
  await become(theirs)
  expect(await restored.count()).toBe(0)
  expect(await page.getByLabel('Title', { exact: false }).first().inputValue()).toBe('')
  await become(mine)
  await restored.waitFor()
  expect(await page.getByLabel('Title', { exact: false }).first().inputValue()).toBe('Known to one alone')
  await Promise.all([context.close(), next.context.close()])
  await people.close()
})

it('going back leads to where one was in a list', async () => {
  await as('buyer', async ({ page, go }) => {
    await go('/suppliers')
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const was = await page.evaluate(() => scrollY)
    expect(was).toBeGreaterThan(400)
    await page.locator('main :is(h2, h3) a').last().click()
    await page.waitForURL('**/suppliers/*')
    await page.goBack()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(was)
  })
})

it('a page for others says whom it is for and where to go, and asks the server nothing', async () => {
  await as('buyer', async ({ page, go, complaints }) => {
    for (const path of ['/firms', '/firms/twins', '/for-you', '/models', '/matchdays/new']) {
      await go(path)
      await page.getByRole('heading', { level: 1, name: 'This page is not for your organisation' }).waitFor()
    }
    expect(await page.getByText('0 firms').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.getByRole('link', { name: 'To “Needs”' }).click()
    await page.getByRole('heading', { level: 1, name: 'Needs' }).waitFor()
  })
})

it('a page whose files did not come says so, and opens once the network is back', async () => {
  await as('buyer', async ({ page, context, go }) => {
    await go('/needs')
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Matchdays' }).click()
    await page.getByRole('heading', { level: 2, name: 'This page is not on your device yet' }).waitFor()
    await context.setOffline(false)
    await page.getByRole('heading', { level: 1, name: 'Matchdays' }).waitFor()
  })
})
