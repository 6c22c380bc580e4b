import { allLooks } from '@enlace/testing'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'

export type Look = { readonly width: number; readonly theme: 'light' | 'dark'; readonly locale: 'en' | 'es' }

/**
 * Looks in which every choice occurs, Spanish being the longer and so on the phone; with `LOOKS=all`, or where pictures are
 * taken, four in which every two choices meet once.
 */
export const pairedLooks: readonly Look[] = allLooks
  ? [
      { width: 1280, theme: 'light', locale: 'en' },
      { width: 1280, theme: 'dark', locale: 'es' },
      { width: 360, theme: 'light', locale: 'es' },
      { width: 360, theme: 'dark', locale: 'en' },
    ]
  : [
      { width: 1280, theme: 'light', locale: 'en' },
      { width: 360, theme: 'dark', locale: 'es' },
    ]
export const lookName = ({ width, theme, locale }: Look): string => `${width}-${theme}-${locale}`
/** A person at a desk who reads English. */
export const desk: Look = { width: 1280, theme: 'light', locale: 'en' }

/** Whose demo door to go in by; nobody's for a stranger. */
export type Door = 'buyer' | 'supplier' | 'agency' | 'admin' | null

export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** What a healthy page never has: errors on the console, refused scripts or styles, requests to other origins. */
  readonly complaints: string[]
  /** Loads a page of the house and waits until it stands still. */
  readonly go: (path: string) => Promise<void>
}

/** Opens a window as a person with this look, signed in by the demo's one click. */
export async function visit(browser: Browser, origin: string, look: Look, as: Door = null): Promise<Visit> {
  const narrow = look.width < 500
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: look.width, height: narrow ? 760 : 900 },
    colorScheme: look.theme,
    locale: look.locale,
    timezoneId: 'America/Santiago',
    hasTouch: narrow,
    isMobile: narrow,
    reducedMotion: 'reduce',
  })
  if (as !== null) await signIn(context, origin, as)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`asks another origin: ${request.url()}`)
  })
  const open = openRequestsOf(page)
  const go = async (path: string): Promise<void> => {
    await page.goto(path)
    await untilStill(page, open)
  }
  return { page, context, complaints, go }
}

async function signIn(context: BrowserContext, origin: string, as: string): Promise<void> {
  const answer = await context.request.post('/api/demo/sign-in', { data: { as }, headers: { origin } })
  if (!answer.ok()) throw new Error(`the demo does not let the ${as} in: ${answer.status()}`)
}

function openRequestsOf(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>()
  // An interpreter's page always waits for what is written next.
  page.on('request', (request) => void (request.url().endsWith('/api/interpreting/room/read') || open.add(request)))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}

const patienceMs = 30_000

/**
 * Waits until the heading stands, nothing is loading, the live topics are joined and no request is open, twice in a row
 * with two frames between: what one answer brings may ask for the next.
 */
async function untilStill(page: Page, open: ReadonlySet<Request>): Promise<void> {
  await page.locator('main h1').first().waitFor({ timeout: patienceMs })
  const end = Date.now() + patienceMs
  for (let still = 0; still < 2;) {
    const loading = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
      // The page of every component shows a skeleton for good.
      const parts = document.querySelectorAll('main:not(.gallery) .skeleton, .live.catching-up')
      return [...parts].map((part) => part.className)
    })
    still = loading.length === 0 && open.size === 0 ? still + 1 : 0
    if (Date.now() > end)
      throw new Error(
        `${page.url()} does not come to rest: ${[...loading, ...[...open].map((one) => one.url())].join(', ')}`,
      )
  }
}

/** How many notices the person's organisation has not read. */
export async function unreadOf(context: BrowserContext): Promise<number> {
  const answer = await context.request.get('/api/notifications?limit=1')
  return ((await answer.json()) as { unread: number }).unread
}
