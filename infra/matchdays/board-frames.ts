import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import type { BoardView } from '@enlace/contracts'
import { asSystem, openDatabase, type Database } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { createIdentity, openSession } from '@enlace/identity'
import { makeMember, makeOrganisation, startServices, startTestHouse, type TestHouse } from '@enlace/testing'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

import { makeLargeMatchday, type LargeMatchday } from './large-matchday.ts'

const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const executablePath = process.env['CHROMIUM'] ?? known.find((path) => existsSync(path)) ?? ''

export type FramesOptions = LargeMatchday & {
  readonly perSecond: number
  readonly seconds: number
  readonly say: (progress: string) => void
}
type Noted = { readonly frames: readonly number[]; readonly tasks: readonly number[] }

/** Runs in the page: the time between any two frames, and every task of more than 50 ms. */
const noting = `
  globalThis.noted = { frames: [], tasks: [] }
  let last = performance.now()
  const frame = (now) => { noted.frames.push(now - last); last = now; requestAnimationFrame(frame) }
  requestAnimationFrame(frame)
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => noted.tasks.push(duration))).observe({ type: 'longtask' })
`
const quantile = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
const inOrder = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)

function summed({ frames, tasks }: Noted) {
  const [gaps, long] = [inOrder(frames), inOrder(tasks)]
  return {
    frames: gaps.length,
    frameMs: { p50: quantile(gaps, 0.5), p99: quantile(gaps, 0.99), longest: quantile(gaps, 1) },
    longTasks: { count: long.length, longestMs: quantile(long, 1) },
  }
}
/** Seconds that the page's main thread worked until now. */
async function workedOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
}

/** Moves meetings, so many a second, into slots that are free; how many were not done. */
async function moveMany(context: BrowserContext, url: string, path: string, given: FramesOptions): Promise<number> {
  const { meetings } = (await (await context.request.get(`${url}/api${path}/board`)).json()) as BoardView
  const free = Math.ceil(given.meetings / given.hosts)
  const moved = meetings.filter(({ slot }) => slot === 0).slice(0, given.perSecond * given.seconds)
  const begin = performance.now()
  const asked = moved.map(async ({ id }, at) => {
    await sleep(Math.max(0, (at * 1000) / given.perSecond - (performance.now() - begin)))
    const data = { slot: free + (at % (given.slots - free)) }
    const answer = await context.request.put(`${url}/api${path}/meetings/${id}/slot`, {
      data,
      headers: { origin: url },
    })
    return answer.ok()
  })
  return (await Promise.all(asked)).filter((isDone) => !isDone).length
}

/** Somebody of an organisation in a window of their own. */
async function signedIn(house: TestHouse, browser: Browser, system: Database, agency: OrganisationId) {
  const { DATABASE_URL: url = '', SECRET: secret = '' } = house.environment
  const pool = openDatabase({ url, role: 'enlace_identity', maxConnections: 1 })
  const { settings } = createIdentity({ database: pool, secret, publicUrl: house.url })
  const userId = await asSystem(system, (tx) => makeMember(tx, agency, 'facilitator'))
  const from = { cookie: undefined, address: '127.0.0.1', userAgent: 'bench' }
  const { cookies } = await openSession(settings, userId, from)
  await pool.close()
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en' })
  await context.addCookies(
    cookies.map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      return { name, value, url: house.url }
    }),
  )
  return context
}

/** Opens the board and scrolls over it while meetings move. */
async function watch(
  looking: BrowserContext,
  acting: BrowserContext,
  { url }: TestHouse,
  path: string,
  given: FramesOptions,
) {
  const page = await looking.newPage()
  let heard = 0
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => (heard += Number(String(payload).includes('"meeting.changed"')))),
  )
  given.say('opening the board')
  const opened = performance.now()
  await page.goto(`${url}${path}/board`)
  await page.getByRole('grid').getByText('Mina 3', { exact: true }).first().waitFor({ timeout: 60_000 })
  const openMs = Math.round(performance.now() - opened)
  await page.waitForLoadState('networkidle')
  const cells = await page.getByRole('gridcell').count()
  const worked = await workedOf(page)
  await page.evaluate(noting)
  const before = await worked()
  given.say('moving meetings')
  const box = await page.getByRole('grid').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 300)
  const moving = moveMany(acting, url, path, given)
  const end = performance.now() + given.seconds * 1000
  for (let at = 0; performance.now() < end; at += 1) {
    await page.mouse.wheel(at % 20 < 10 ? 120 : -120, at % 40 < 20 ? 160 : -160)
    await sleep(100)
  }
  const refused = await moving
  await sleep(1000)
  const figures = summed(await page.evaluate<Noted>('noted'))
  const busySeconds = Math.round(((await worked()) - before) * 100) / 100
  return { openMs, cells, heard, refused, ...figures, mainThreadBusySeconds: busySeconds }
}

/** Measures how smoothly the board of a large matchday is drawn and scrolled while its meetings move. */
export async function measureFrames(given: FramesOptions) {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, web: true, environment: { LOG_LEVEL: 'warn' } })
  const { DATABASE_URL: url = '' } = house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    given.say('making the matchday')
    const agency = await asSystem(system, (tx) => makeOrganisation(tx, 'agency', 'Agencia Grande'))
    const path = `/matchdays/${(await makeLargeMatchday(system, url, agency, given)).id}`
    const open = (): Promise<BrowserContext> => signedIn(house, browser, system, agency)
    return await watch(await open(), await open(), house, path, given)
  } finally {
    await browser.close()
    await system.close()
    await house.stop()
    await services.stop()
  }
}
