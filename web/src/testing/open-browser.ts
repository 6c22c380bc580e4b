import { chromium, type Browser } from 'playwright-core'

const executablePath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Debian Chromium without a window; the caller closes it. */
export const openBrowser = async (): Promise<Browser> => chromium.launch({ executablePath, args, headless: true })
