import { startServices, startTestHouse, type OwnServices, type TestHouse } from '@enlace/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openBrowser } from './testing/open-browser.ts'
import { desk, lookName, pairedLooks, visit } from './testing/visit.ts'

let services: OwnServices
let house: TestHouse
let browser: Browser
// Durable: a killed Postgres keeps the sign-in that came just before.
beforeAll(async () => {
  ;[services, browser] = await Promise.all([startServices({ durable: true }), openBrowser()])
  house = await startTestHouse({ services, web: true })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await services?.stop()
}, 30_000)

describe('without its search server', () => {
  beforeAll(() => services.meilisearch.kill())
  afterAll(() => services.meilisearch.restart(), 30_000)

  it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))(
    'the status page says that the house works with less, to everyone at $name',
    async ({ look }) => {
      const { page, context, complaints, go } = await visit(browser, house.url, look, 'admin')
      try {
        await go('/status')
        // The page looks again by itself, every five seconds.
        await page.getByText(/Works, with less|Funciona, con menos/).waitFor({ timeout: 20_000 })
        expect({ barriers: await findBarriers(page), overflow: await overflowOf(page), complaints }).toEqual({
          barriers: [],
          overflow: 0,
          complaints: [],
        })
      } finally {
        await context.close()
      }
    },
  )
})

it('a page that comes while Postgres is away says so, and tries again when asked', async () => {
  const { page, context, go } = await visit(browser, house.url, desk, 'buyer')
  try {
    await services.postgres.kill()
    await go('/welcome')
    await page.getByText('Not available for a moment').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await services.postgres.restart()
    await house.ready()
    const again = page.getByRole('button', { name: 'Try again' })
    const inside = page.getByRole('navigation', { name: 'Main navigation' })
    // The first to ask may still meet a connection that broke; a person then asks once more.
    const ask = async (): Promise<number> => {
      if (await again.isVisible()) await again.click()
      return inside.count()
    }
    await expect.poll(ask, { timeout: 60_000, interval: 1000 }).toBe(1)
    expect(await page.getByRole('alert').count()).toBe(0)
  } finally {
    await context.close()
  }
})

// Chromium itself sends a request again when a kept connection breaks, so only one key makes it one act.
it('a click whose answer was lost with the server says so, and stays one act under one key', async () => {
  const { page, context, go } = await visit(browser, house.url, desk)
  const { api } = house.processes
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/sign-in')) keys.push(request.headers()['idempotency-key'])
  })
  try {
    await go('/sign-in')
    await page.getByLabel('E-mail address').fill('ana@example.test')
    await page.getByLabel('Password').fill('not the right one')
    process.kill(api.pid() ?? 0, 'SIGSTOP')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect.poll(() => keys.length).toBe(1)
    await api.kill()
    await page.getByRole('alert').getByText('No connection').waitFor()
    expect(keys.map((key) => /^[0-9a-f-]{32,36}$/.test(String(key)))).toEqual([true])
    await house.ready()
  } finally {
    await context.close()
  }
})

it('an open page says that it is catching up while the live channel is away, and that it is live again', async () => {
  const { page, context, go } = await visit(browser, house.url, desk, 'buyer')
  try {
    await go('/status')
    const live = page.getByRole('banner').getByText('Live', { exact: true })
    await live.waitFor()
    await house.processes.realtime.kill()
    await page.getByRole('banner').getByText('Catching up').waitFor()
    await live.waitFor({ timeout: 20_000 })
  } finally {
    await context.close()
  }
})
