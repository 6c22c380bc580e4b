import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './open-browser.ts'

/** The house that serves the pages, and a browser to look at them. */
export type Pages = { origin: string; browser: Browser }

/** Opens the house and a browser before the tests of a file, and closes the browser behind them; neither is there before the first test. */
export function openPages(openHouse: () => Promise<{ readonly url: string }>): Readonly<Pages> {
  let opened: Pages | null = null
  const pages = (): Pages => {
    if (opened === null) throw new Error('pages are there from the first test on')
    return opened
  }
  beforeAll(async () => {
    const [{ url: origin }, browser] = await Promise.all([openHouse(), openBrowser()])
    opened = { origin, browser }
  }, 240_000)
  afterAll(() => opened?.browser.close())
  return {
    get origin() {
      return pages().origin
    },
    get browser() {
      return pages().browser
    },
  }
}
