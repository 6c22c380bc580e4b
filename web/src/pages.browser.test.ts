import type { SessionView } from '@enlace/contracts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openBrowser } from './testing/open-browser.ts'
import { anonymousSession, sessionOf } from './testing/sample-sessions.ts'
import { type Answer, serveBuilt, type Served } from './testing/serve-built.ts'
import { lookName, pairedLooks, visit } from './testing/visit.ts'

const ready = {
  ready: true,
  checks: {
    postgres: { ok: true, needed: true },
    redis: { ok: true, needed: true },
    meilisearch: { ok: false, needed: false },
  },
}
let view: SessionView = anonymousSession
const answer = (_method: string, path: string): Answer => {
  if (path === '/api/session') return { status: 200, body: view }
  if (path === '/ready') return { status: 200, body: ready }
  return { status: 404, body: { code: 'thing.not-found', detail: 'No.', faults: [] } }
}

let browser: Browser
let served: Served
beforeAll(async () => {
  browser = await openBrowser()
  served = await serveBuilt(answer)
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

const pages: readonly {
  readonly name: string
  readonly path: string
  readonly as: SessionView
  readonly says: RegExp
}[] = [
  { name: 'the landing page', path: '/', as: anonymousSession, says: /The supplier that fits|El proveedor que encaja/ },
  { name: 'the sign-in page', path: '/sign-in', as: anonymousSession, says: /Welcome back|Qué bueno verte/ },
  {
    name: 'a page that does not exist, for strangers',
    path: '/nowhere',
    as: anonymousSession,
    says: /does not exist|no existe/,
  },
  {
    name: 'a page that does not exist, for members',
    path: '/nowhere',
    as: sessionOf('supplier'),
    says: /does not exist|no existe/,
  },
  {
    name: 'the status page in the shell',
    path: '/status',
    as: sessionOf('platform'),
    says: /Works, with less|Funciona, con menos/,
  },
  { name: 'every component', path: '/dev/ui', as: anonymousSession, says: /Polímeros del Loa/ },
]

describe.each(pages)('$name', ({ path, as, says }) => {
  it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))(
    'has no barrier, no complaint and no sideways scrolling at $name',
    async ({ look }) => {
      view = as
      const { page, context, complaints } = await visit(browser, served.url + path, look)
      try {
        await page.getByText(says).first().waitFor()
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.locale)
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

it('finds a barrier where there is one', async () => {
  view = anonymousSession
  const { page, context } = await visit(browser, `${served.url}/`, { width: 1280, theme: 'light', locale: 'en' })
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect((await findBarriers(page)).map((barrier) => barrier.split(':')[0])).toEqual(['button-name'])
  await context.close()
})
