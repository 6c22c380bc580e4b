import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './open-browser.ts'

/** What serves the pages; one that can be stopped is the test file's own. */
type House = { readonly url: string; readonly stop?: () => Promise<void> }
/** The house that serves the pages, and a browser to look at them. */
export type Pages<Served extends House> = { readonly origin: string; readonly browser: Browser; readonly house: Served }

/** Opens the house and a browser before the tests of a file, and closes the browser, and a house of its own, behind them; neither is there before the first test. */
export function openPages<Served extends House>(openHouse: () => Promise<Served>): Pages<Served> {
  let opened: { readonly house: Served; readonly browser: Browser } | null = null
  const pages = (): { readonly house: Served; readonly browser: Browser } => {
    if (opened === null) throw new Error('pages are there from the first test on')
    return opened
  }
  beforeAll(async () => {
    const [house, browser] = await Promise.all([openHouse(), openBrowser()])
    opened = { house, browser }
  }, 240_000)
  afterAll(async () => {
    await opened?.browser.close()
    await opened?.house.stop?.()
  })
  return {
    get origin() {
      return pages().house.url
    },
    get browser() {
      return pages().browser
    },
    get house() {
      return pages().house
    },
  }
}
