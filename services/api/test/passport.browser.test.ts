import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PassportView } from '@enlace/contracts'

import { takePicture } from '@enlace/testing'

import { findBarriers, overflowOf } from '../../../web/src/testing/find-barriers.ts'
import { openBrowser } from '../../../web/src/testing/open-browser.ts'
import { walkByTab } from '../../../web/src/testing/walk-by-tab.ts'
import { startApi, type Client, type TestApi } from './test-api.ts'

let api: TestApi
let browser: Browser
let url = ''

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const webDirectory = fileURLToPath(new URL('../../../web/build', import.meta.url))
  api = await startApi({ settings: { publicUrl: url }, webDirectory })
  await api.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api.close()
})

type Look = { readonly locale: 'en' | 'es'; readonly width: number; readonly theme: 'light' | 'dark' }
async function open(client: Client, { locale, width, theme }: Look): Promise<{ context: BrowserContext; page: Page }> {
  client.headers = { origin: url }
  const context = await browser.newContext({
    locale,
    colorScheme: theme,
    viewport: { width, height: width < 500 ? 760 : 900 },
    reducedMotion: 'reduce',
  })
  await context.addCookies([...client.jar].map(([name, value]) => ({ name, value, url })))
  return { context, page: await context.newPage() }
}
async function lookAt(page: Page, name: string, look: Look): Promise<void> {
  await takePicture(page, `${name}-${look.width}-${look.theme}-${look.locale}`, { fullPage: true })
  expect({ name, barriers: await findBarriers(page), overflow: await overflowOf(page) }).toEqual({
    name,
    barriers: [],
    overflow: 0,
  })
}

const written = {
  headline: 'Pumps and valves for mines',
  about: 'We mend and make slurry pumps.',
  website: 'https://pumps.example',
  contactEmail: 'sales@pumps.example',
  facts: {
    country: 'CL',
    region: 'Antofagasta',
    staff: 34,
    foundedYear: 1998,
    localOwnershipPercent: 100,
    languages: [{ language: 'es', level: 'fluent' }],
    turnover: { amountMinor: 240_000_000, currency: 'USD', year: 2025 },
    sites: [{ country: 'CL', locality: 'Calama', latitude: -22.45, longitude: -68.93 }],
  },
  capabilities: [
    {
      text: 'Overhaul of slurry pumps',
      categories: [{ scheme: 'CPV', code: '50511000' }],
      capacity: { value: 40, unit: 'pcs', per: 'month' },
      leadTimeDays: 21,
    },
  ],
  references: [
    {
      text: 'Pumps of a copper mine',
      customer: 'A mine',
      year: 2024,
      value: { amountMinor: 12_000_000, currency: 'USD' },
    },
  ],
  certificates: [
    { scheme: 'ISO 9001', issuer: 'A body', number: '7', expiresOn: '2026-12-20' },
    { scheme: 'ISO 14001', expiresOn: '2024-01-01' },
  ],
}

describe('the passport in a browser', () => {
  it('saves itself while one types, keeps a category that was offered, and is published by keyboard', async () => {
    const { client } = await api.member('supplier')
    const { context, page } = await open(client, { locale: 'en', width: 1280, theme: 'light' })
    try {
      await page.goto(`${url}/passport`)
      await page.getByLabel('In one line').fill('Pumps for mines')
      await expect
        .poll(async () => (await client.get('/api/passport')).body as PassportView, { timeout: 10_000 })
        .toMatchObject({ revision: 1, content: { headline: 'Pumps for mines' } })
      await page.getByRole('link', { name: 'Capabilities', exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Add something you can do' }).press('Enter')
      await page.getByLabel('What you can supply').fill('Repair of pumps')
      await page.getByRole('group', { name: 'It sounds like:' }).getByRole('button').first().press('Enter')
      await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
      await page.getByText('Published. Open needs are being compared with it.').waitFor()
      const view: PassportView = (await client.get('/api/passport')).body
      expect(view).toMatchObject({
        state: 'published',
        version: 1,
        changed: false,
        content: { capabilities: [{ text: 'Repair of pumps' }] },
      })
      expect(view.content.capabilities[0]?.categories).toHaveLength(1)
    } finally {
      await context.close()
    }
  })

  it('loses nothing while the network is away or somebody else saves', async () => {
    const { client } = await api.member('supplier')
    const { context, page } = await open(client, { locale: 'en', width: 1280, theme: 'light' })
    try {
      await page.goto(`${url}/passport`)
      await page.getByLabel('In one line').waitFor()
      await context.setOffline(true)
      await page.getByLabel('In one line').fill('Written on a train')
      await page.getByText('Kept on this device').first().waitFor()
      await context.setOffline(false)
      await page.reload()
      await expect.poll(() => page.getByLabel('In one line').inputValue()).toBe('Written on a train')
      await expect
        .poll(async () => ((await client.get('/api/passport')).body as PassportView).content.headline, {
          timeout: 10_000,
        })
        .toBe('Written on a train')
      await client.put('/api/passport', { revision: 1, content: { headline: 'Theirs' } })
      await page.getByLabel('In one line').fill('Mine')
      await page.getByRole('button', { name: 'Put my text in its place' }).click()
      await expect
        .poll(async () => ((await client.get('/api/passport')).body as PassportView).content.headline, {
          timeout: 10_000,
        })
        .toBe('Mine')
    } finally {
      await context.close()
    }
  })

  it.each<Look>([
    { locale: 'en', width: 1280, theme: 'light' },
    { locale: 'es', width: 360, theme: 'dark' },
  ])('has no barrier and no sideways scrolling on any of its parts ($locale, $width, $theme)', async (look) => {
    const { client, organisationId } = await api.member('supplier')
    client.headers = { origin: url }
    expect((await client.put('/api/passport', { revision: 0, content: written })).status).toBe(200)
    await client.post('/api/passport/publish', { revision: 1 })
    const { context, page } = await open(client, look)
    try {
      for (const part of ['facts', 'capabilities', 'references', 'certificates', 'visibility', 'preview', 'versions']) {
        await page.goto(`${url}/passport#${part}`)
        await page.locator('.matter > *').first().waitFor()
        await page.getByRole('progressbar').waitFor()
        await lookAt(page, `passport-${part}`, look)
        expect({ part, ...(await walkByTab(page, '.matter')) }).toMatchObject({ part, missed: [], out: true })
      }
    } finally {
      await context.close()
    }
    const buyer = await api.member('buyer')
    const reader = await open(buyer.client, look)
    try {
      await reader.page.goto(`${url}/suppliers/${organisationId}`)
      await reader.page.getByText('Overhaul of slurry pumps').waitFor()
      expect(await reader.page.getByText('sales@pumps.example').count()).toBe(0)
      await lookAt(reader.page, 'supplier', look)
    } finally {
      await reader.context.close()
    }
  })
})
