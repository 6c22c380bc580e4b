import type { NeedView, Ranking } from '@enlace/contracts'
import { sharedHouse } from '@enlace/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './testing/open-browser.ts'
import { desk, unreadOf, visit, type Visit } from './testing/visit.ts'

let origin: string
let browser: Browser
beforeAll(async () => {
  ;[{ url: origin }, browser] = await Promise.all([sharedHouse(), openBrowser()])
}, 240_000)
afterAll(() => browser?.close())

type Held = { readonly count: () => number; readonly release: () => Promise<void> }

/** Lets the next requests of an address go out and be answered, and keeps the answers back until they are released. */
async function holdAnswers(page: Page, address: RegExp, times: number): Promise<Held> {
  let open = (): void => {}
  const released = new Promise<void>((resolve) => {
    open = resolve
  })
  const given: Promise<unknown>[] = []
  await page.route(
    address,
    async (route) => {
      const response = await route.fetch()
      given.push(released.then(() => route.fulfill({ response })))
    },
    { times },
  )
  return {
    full: () => expect.poll(() => given.length, { timeout: 20_000 }).toBe(times),
    release: async () => {
      open()
      await Promise.all(given)
      // What came is worked in before the next frame but one.
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
    },
  }
}

/** Resolves when the page has heard a live message that holds these words. */
const hears = (page: Page, words: string): Promise<void> =>
  new Promise((heard) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes(words)) heard()
      }),
    )
  })

async function post<Body>(context: BrowserContext, path: string, data: object): Promise<Body> {
  const answer = await context.request.post(path, { data, headers: { origin } })
  if (!answer.ok()) throw new Error(`POST ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Body
}

const postNeed = async (buyer: Visit, title: string): Promise<NeedView> =>
  post(buyer.context, '/api/needs', {
    title,
    text: 'Acrylic copolymer dust suppressant for unpaved mine haul roads, 40 t a year, delivered to Calama.',
    publish: true,
  })

describe('what the live channel told is not taken back by an answer that comes late', () => {
  it('on the page of an import and at the bell', async () => {
    const { page, context } = await visit(browser, origin, desk, 'agency')
    const unread = await unreadOf(context)
    const notices = await holdAnswers(page, /\/api\/notifications\?/, 2)
    await page.goto('/imports')
    await notices.full()
    const list = Buffer.from(`name,country,capabilities\nMolino tardío ${Date.now()},CL,Harina de trigo\n`)
    await page.getByLabel('File').setInputFiles({ name: 'late.csv', mimeType: 'text/csv', buffer: list })
    await page.getByRole('button', { name: 'Look at it first' }).click()
    const run = await holdAnswers(page, /\/api\/imports\/[^/]+\/run$/, 1)
    await page.getByRole('button', { name: 'Take these rows in' }).click()
    const done = page.getByText('The rows are in; matching follows by itself.')
    await done.waitFor()
    await run.release()
    expect(await done.count()).toBe(1)
    const bell = page.getByRole('button', { name: `Notifications, ${unread + 1} unread` })
    await bell.waitFor()
    await notices.release()
    expect(await bell.count()).toBe(1)
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByRole('button', { name: 'Undo it' }).click()
    await page.getByText('Taken back.').waitFor()
    await context.close()
  })

  it('in the list of a supplier and on the page of a buyer', async () => {
    const buyer = await visit(browser, origin, desk, 'buyer')
    const supplier = await visit(browser, origin, desk, 'supplier')
    const feed = await holdAnswers(supplier.page, /\/api\/feed\?/, 2)
    const title = `Dust control that comes late ${Date.now()}`
    const listed = hears(supplier.page, title)
    await supplier.page.goto('/for-you')
    await feed.full()
    const { id } = await postNeed(buyer, title)
    await listed
    await feed.release()
    await supplier.page.getByRole('article').filter({ hasText: title }).waitFor()

    const ranking = await holdAnswers(buyer.page, /\/api\/needs\/[^/]+\/matches$/, 2)
    const judged = hears(buyer.page, '"invited":true')
    await buyer.page.goto(`/needs/${id}`)
    await ranking.full()
    const { items } = (await (await buyer.context.request.get(`/api/needs/${id}/matches`)).json()) as Ranking
    await post(buyer.context, `/api/needs/${id}/matches/${items[0]?.supplier.id}`, { verdict: 'invite' })
    await judged
    await ranking.release()
    await buyer.page.getByRole('article').first().getByText('Invited', { exact: true }).waitFor()
    await Promise.all([buyer.context.close(), supplier.context.close()])
  })
})
