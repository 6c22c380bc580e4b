import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startTestHouse, type TestHouse } from '@enlace/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openBrowser } from './testing/open-browser.ts'
import { lookName, pairedLooks, visit } from './testing/visit.ts'

type Role = 'buyer' | 'supplier' | 'agency' | 'admin' | null
/** Where the pictures go, if anyone wants them: PICTURES=docs/screens. */
const pictures = process.env['PICTURES']
const firstLink =
  (start: string) =>
  async (page: Page): Promise<string> =>
    (await page.locator(`main a[href^="${start}"]:not([href="${start}new"])`).first().getAttribute('href')) ?? start

/** Sends a small list to be looked at, one row of which is wrong. */
const sentList = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const list = new Blob(['name,country,capabilities,staff\nMolino,CL,Flour,12\nTaller,CL,Welding,many\n'], {
      type: 'text/csv',
    })
    const answer = await fetch('/api/imports?what=suppliers&dryRun=true&fileName=firms.csv', {
      method: 'POST',
      body: list,
    })
    const { id } = (await answer.json()) as { id: string }
    return `/imports/${id}`
  })

/** Every page there is: who looks at it, where, and how its address is found where it names a thing. */
const pages: Readonly<Record<string, { as: Role; path: string; find?: (page: Page) => Promise<string> }>> = {
  '(public)': { as: null, path: '/' },
  '(public)/sign-in': { as: null, path: '/sign-in' },
  '(public)/sign-in/link': { as: null, path: '/sign-in/link' },
  '(public)/sign-up': { as: null, path: '/sign-up' },
  '(public)/sign-up/confirm': { as: null, path: '/sign-up/confirm' },
  '(public)/password/forgotten': { as: null, path: '/password/forgotten' },
  '(public)/password/new': { as: null, path: '/password/new' },
  '(public)/invitation': { as: null, path: '/invitation' },
  'dev/ui': { as: null, path: '/dev/ui' },
  mailbox: { as: 'buyer', path: '/mailbox' },
  status: { as: 'admin', path: '/status' },
  '(app)/needs': { as: 'buyer', path: '/needs' },
  '(app)/needs/new': { as: 'buyer', path: '/needs/new' },
  '(app)/needs/[id]': { as: 'buyer', path: '/needs', find: firstLink('/needs/') },
  '(app)/needs/[id]/edit': {
    as: 'buyer',
    path: '/needs',
    find: async (page) => `${await firstLink('/needs/')(page)}/edit`,
  },
  '(app)/challenges': { as: 'buyer', path: '/challenges' },
  '(app)/suppliers': { as: 'buyer', path: '/suppliers' },
  '(app)/suppliers/[id]': { as: 'buyer', path: '/suppliers', find: firstLink('/suppliers/') },
  '(app)/open-needs': { as: 'supplier', path: '/open-needs' },
  '(app)/open-needs/[id]': { as: 'supplier', path: '/for-you', find: firstLink('/open-needs/') },
  '(app)/for-you': { as: 'supplier', path: '/for-you' },
  '(app)/passport': { as: 'supplier', path: '/passport' },
  '(app)/firms': { as: 'agency', path: '/firms' },
  '(app)/demand': { as: 'agency', path: '/demand' },
  '(app)/imports': { as: 'agency', path: '/imports' },
  '(app)/imports/[id]': { as: 'agency', path: '/imports', find: sentList },
  '(app)/notifications': { as: 'supplier', path: '/notifications' },
  '(app)/queues': { as: 'admin', path: '/queues' },
  '(app)/account': { as: 'buyer', path: '/account' },
  '(app)/organisation': { as: 'buyer', path: '/organisation' },
  '(app)/organisation/details': { as: 'buyer', path: '/organisation/details' },
  '(app)/welcome': { as: 'buyer', path: '/welcome' },
}

const routes = readdirSync(join(import.meta.dirname, 'routes'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, ''))
const covered = Object.entries(pages).filter(([route]) => routes.includes(route))

let house: TestHouse
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTestHouse({ web: true, demo: true }), openBrowser()])
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
}, 30_000)

/** Signs in as the demo's one click does. */
async function enter(page: Page, as: Role): Promise<void> {
  if (as === null) return
  const answer = await page.request.post(`${house.url}/api/demo/sign-in`, {
    data: { as },
    headers: { origin: house.url },
  })
  if (!answer.ok()) throw new Error(`the demo does not let the ${as} in: ${answer.status()}`)
}

it('names every page there is', () => {
  expect(routes.filter((route) => !(route in pages))).toEqual([])
})

describe.each(covered)('%s', (route, { as, path, find }) => {
  it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))(
    'has no barrier, no complaint and no sideways scrolling with real data at $name',
    async ({ look, name }) => {
      const { page, context, complaints } = await visit(browser, `${house.url}/sign-in`, look)
      try {
        await enter(page, as)
        await page.goto(house.url + path)
        await page.locator('main h1').first().waitFor()
        await page.waitForLoadState('networkidle')
        if (find !== undefined) {
          await page.locator('main a').first().waitFor()
          await page.goto(house.url + (await find(page)))
          await page.locator('main h1').first().waitFor()
          await page.waitForLoadState('networkidle')
        }
        if (pictures !== undefined)
          await page.screenshot({
            path: join(
              pictures,
              `${
                route
                  .replace(/[()[\]]/g, '')
                  .replace(/^\/|\/$/g, '')
                  .replaceAll('/', '-') || 'landing'
              }-${name}.png`,
            ),
          })
        expect({ barriers: await findBarriers(page), overflow: await overflowOf(page), complaints }).toEqual({
          barriers: [],
          overflow: 0,
          complaints: [],
        })
      } finally {
        await context.close()
      }
    },
    90_000,
  )
})
