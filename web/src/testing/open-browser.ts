import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserServer } from 'playwright-core'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test files find the run's browser. */
    browser: string
  }
}

// The shell without windows opens one in a third of the time; Debian packs it apart.
const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Debian's Chromium without a window for a whole run; the caller closes it. */
export const startBrowser = (): Promise<BrowserServer> =>
  chromium.launchServer({ headless: true, args, ...(executablePath === undefined ? {} : { executablePath }) })

/** Joins the run's browser; closing it ends what was opened through it. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browser'))
