import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

// The shell that has no windows at all takes half the work; Debian packs it apart.
const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Debian's Chromium without a window; the caller closes it. */
export const openBrowser = async (): Promise<Browser> => chromium.launch({ executablePath, args, headless: true })
