import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Look = { readonly width: number; readonly theme: 'light' | 'dark'; readonly locale: 'en' | 'es' }
/** Every way a page is looked at: desk and phone, light and dark, English and Spanish. */
export const looks: readonly Look[] = [1280, 360].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) => (['en', 'es'] as const).map((locale) => ({ width, theme, locale }))),
)
/** Four looks in which every two choices meet once: enough to find a fault, half the time. */
export const pairedLooks: readonly Look[] = [
  { width: 1280, theme: 'light', locale: 'en' },
  { width: 1280, theme: 'dark', locale: 'es' },
  { width: 360, theme: 'light', locale: 'es' },
  { width: 360, theme: 'dark', locale: 'en' },
]
export const lookName = ({ width, theme, locale }: Look): string => `${width}-${theme}-${locale}`

export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** What a healthy page never has: errors on the console, refused scripts or styles, requests to other origins. */
  readonly complaints: readonly string[]
}

/** Opens an address as a person with this window, theme and language, and waits until it has begun. */
export async function visit(browser: Browser, address: string, look: Look): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width < 500 ? 760 : 900 },
    colorScheme: look.theme,
    locale: look.locale,
    timezoneId: 'America/Santiago',
    hasTouch: look.width < 500,
    isMobile: look.width < 500,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const { origin } = new URL(address)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`asks another origin: ${request.url()}`)
  })
  await page.goto(address)
  await page.locator('main').waitFor()
  return { page, context, complaints }
}
