import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'

import { startServices, startTestHouse, Visitor, type TestHouse } from '@enlace/testing'

import { quantile, rounded } from './figures.ts'
import { readPaints, takeShifts, watchPaints, type Painted } from './paint-watch.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
/** After the network is quiet a page may still have work; a visitor would not wait longer. */
const settleMs = 1500
/** How long a change may take to be ranked, told and shown on a slowed page. */
const patienceMs = 60_000

export type PaintOptions = {
  /** How often each page is opened, every time in a browser that has seen nothing. */
  readonly runs: number
  /** How many times slower than this machine the browser's processor is made. */
  readonly slowdown: number
  readonly say: (progress: string) => void
}
/** What the demo's supplier does, in its words. */
const fitting = {
  title: 'Acrylic binder against dust on unpaved mine haul roads',
  text: 'Acrylic copolymer dust suppressant for unpaved mine haul roads, free of chlorides, diluted in sea water.',
}
type Side = 'buyer' | 'supplier'
type Bench = PaintOptions & { readonly browser: Browser; readonly url: string }
/** Who looks, a stranger where nobody is named; and what is there once the page is. */
type Visit = { readonly path: string; readonly as?: Side; readonly shows?: string }
/** What somebody else does, and the words by which it is seen. */
type Change = { readonly act: () => Promise<unknown>; readonly shows: string }

/** Opens a page as somebody who was never here, on a slow device, and keeps it open for `look`. */
async function visit<Result>(
  { browser, url, slowdown }: Bench,
  { path, as, shows = 'main h1' }: Visit,
  look: (page: Page) => Promise<Result>,
) {
  const phone = { viewport: { width: 360, height: 760 }, isMobile: true, hasTouch: true, locale: 'en' }
  const context = await browser.newContext(phone)
  try {
    if (as !== undefined)
      await context.request.post(`${url}/api/demo/sign-in`, { data: { as }, headers: { origin: url } })
    const page = await context.newPage()
    await watchPaints(page)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(url + path)
    await page.locator(shows).first().waitFor()
    await page.waitForLoadState('networkidle')
    await sleep(settleMs)
    return await look(page)
  } finally {
    await context.close()
  }
}

async function measurePage(bench: Bench, to: Visit) {
  const seen: Painted[] = []
  for (let run = 0; run < bench.runs; run += 1) seen.push(await visit(bench, to, readPaints))
  const middle = (of: (painted: Painted) => number): number => rounded(quantile(seen.map(of), 0.5))
  return {
    firstPaintMs: Math.round(middle(({ first }) => first)),
    largestPaintMs: Math.round(middle(({ largest }) => largest)),
    largest: seen.at(-1)?.what ?? '',
    blockedMs: Math.round(middle(({ blocked }) => blocked)),
    worst: {
      largestPaintMs: Math.round(Math.max(...seen.map(({ largest }) => largest))),
      blockedMs: Math.round(Math.max(...seen.map(({ blocked }) => blocked))),
    },
    layoutShift: middle(({ shift }) => shift * 100) / 100,
  }
}

/** Keeps a page open while others change what it shows, and tells what moved under the reader's finger. */
const measureLive = (bench: Bench, to: Visit, changes: Readonly<Record<string, Change>>) =>
  visit(bench, to, async (page) => {
    await takeShifts(page)
    const moved: Record<string, { layoutShift: number; what: readonly string[] }> = {}
    for (const [name, { act, shows }] of Object.entries(changes)) {
      await act()
      await page.getByText(shows, { exact: true }).first().waitFor({ timeout: patienceMs })
      await sleep(settleMs)
      const shifts = await takeShifts(page)
      moved[name] = {
        layoutShift: rounded(100 * shifts.reduce((sum, { value }) => sum + value, 0)) / 100,
        what: [...new Set(shifts.map(({ what }) => what))],
      }
    }
    return moved
  })

/** Posts what the other side does; a refusal ends the measurement. */
const asks = (visitor: Visitor) => async (path: string, body: unknown) => {
  const answer = await visitor.call('POST', path, body)
  if (answer.status >= 300) throw new Error(`${path} was refused: ${answer.status} ${JSON.stringify(answer.body)}`)
}

/** The demo is ranked first: what the worker does meanwhile would be measured with the page. */
async function settled(house: TestHouse): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${house.urls.relay}/metrics`)).text()
    const open = [...metrics.matchAll(/^enlace_reactions_open\{.*\} (\d+)$/gm)].map(([, count]) => Number(count))
    if (open.every((count) => count === 0)) return
    await sleep(500)
  }
}

/** Measures how soon pages are painted and answer on a slow phone, and whether live changes make them jump. */
export async function measurePaint({ runs, slowdown, say }: PaintOptions) {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, web: true, demo: true, environment: { LOG_LEVEL: 'warn' } })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const [buyer, supplier] = [new Visitor(house.url), new Visitor(house.url)]
  await Promise.all([buyer.signIn('buyer'), supplier.signIn('supplier')])
  say('waiting until the demo is ranked')
  await settled(house)
  const feed = (await supplier.call('GET', '/api/feed')).body as { items: { need: { id: string; buyer: unknown } }[] }
  const needId = feed.items[0]?.need.id ?? ''
  const bench: Bench = { runs, slowdown, say, browser, url: house.url }

  const visits: readonly Visit[] = [
    // One line of text: what this machine takes for anything at all, in the same minutes.
    { path: '/ready', shows: 'body' },
    { path: '/' },
    { path: '/sign-in' },
    { path: `/needs/${needId}`, as: 'buyer' },
    { path: '/for-you', as: 'supplier' },
    { path: '/passport', as: 'supplier' },
  ]
  const pages: Record<string, Awaited<ReturnType<typeof measurePage>>> = {}
  for (const to of visits) {
    say(to.path)
    pages[to.path.replace(needId, '[id]')] = await measurePage(bench, to)
  }
  say('live changes')
  const [buyerAsks, supplierAsks] = [asks(buyer), asks(supplier)]
  const answer = `/api/needs/${needId}/answer`
  const live = {
    '/needs/[id]': await measureLive(
      bench,
      { path: `/needs/${needId}`, as: 'buyer' },
      {
        'a supplier is interested': {
          act: () => supplierAsks(answer, { answer: 'interested' }),
          shows: 'Interested',
        },
        'a supplier changes its mind': {
          act: () => supplierAsks(answer, { answer: 'not-for-us' }),
          shows: 'Not for them',
        },
      },
    ),
    '/for-you': await measureLive(
      bench,
      { path: '/for-you', as: 'supplier' },
      {
        'a need that fits is published': {
          act: () => buyerAsks('/api/needs', { ...fitting, publish: true }),
          shows: fitting.title,
        },
      },
    ),
  }
  await browser.close()
  await house.stop()
  await services.stop()
  return { runs, slowdown, pages, live }
}
