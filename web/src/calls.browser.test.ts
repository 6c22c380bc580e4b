import { topic } from '@enlace/contracts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from './testing/open-browser.ts'
import { anonymousSession, sampleOrganisationId, sessionOf } from './testing/sample-sessions.ts'
import { type Answer, serveBuilt, type Served } from './testing/serve-built.ts'
import { visit } from './testing/visit.ts'

const json = (body: unknown, status = 200): Answer => ({ status, body })
const problem = (status: number, code: string, faults: readonly object[] = []): Answer =>
  json({ code, detail: code, faults }, status)

let browser: Browser
let served: Served
let answers: Record<string, () => Answer> = {}
let keys: unknown[] = []
beforeAll(async () => {
  browser = await openBrowser()
  served = await serveBuilt((method, path, headers) => {
    if (method === 'POST') keys.push(headers['idempotency-key'])
    const own = answers[`${method} ${path}`]
    return own === undefined ? problem(404, 'thing.not-found') : own()
  })
})
beforeEach(() => {
  keys = []
  answers = { 'GET /api/session': () => json(anonymousSession) }
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

async function on(path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, context } = await visit(browser, served.url + path, { width: 1280, theme: 'light', locale: 'en' })
  try {
    await act(page)
  } finally {
    await context.close()
  }
}
async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill('ana@example.test')
  await page.getByLabel('Password').fill('not the right one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

describe('a call', () => {
  it('that a server refuses shows its words at the field and above the form', async () => {
    answers['POST /api/sign-in'] = () =>
      problem(422, 'input.invalid', [
        { path: 'email', code: 'format', message: 'Write an address such as ana@example.org.' },
      ])
    await on('/sign-in', async (page) => {
      await signIn(page)
      await page.getByText('Write an address such as ana@example.org.').waitFor()
      expect(await page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByRole('alert').textContent()).toContain('Some fields need another look')
    })
  })

  // Chromium itself sends a request again when a kept connection breaks, so only one key makes it one act.
  it('that nobody answers says so, and acts under one key however often the browser sends it', async () => {
    answers['POST /api/sign-in'] = () => null
    await on('/sign-in', async (page) => {
      await signIn(page)
      await page.getByRole('alert').getByText('No connection').waitFor()
      expect(new Set(keys).size).toBe(1)
    })
  })

  it('that only reads is tried a second time', async () => {
    let times = 0
    answers['GET /api/session'] = () => (++times === 1 ? null : json(anonymousSession))
    await on('/', async (page) => {
      await page.getByRole('heading', { name: 'Look around with one click' }).waitFor()
      expect(times).toBe(2)
    })
  })

  it('that acts carries a key of its own', async () => {
    answers['POST /api/demo/sign-in'] = () => problem(503, 'service.unavailable')
    await on('/', async (page) => {
      for (const name of ['As a buyer', 'As a supplier']) {
        const answered = page.waitForResponse('**/api/demo/sign-in')
        await page.getByRole('button', { name }).click()
        await answered
      }
      expect(keys.map((key) => /^[0-9a-f-]{32,36}$/.test(String(key)))).toEqual([true, true])
      expect(new Set(keys).size).toBe(2)
    })
  })

  it('that finds the session gone asks to sign in again and keeps the page', async () => {
    answers['GET /api/session'] = () => json(sessionOf('buyer'))
    answers['PATCH /api/person'] = () => problem(401, 'identity.required')
    await on('/welcome', async (page) => {
      await page.getByRole('button', { name: 'Language and theme: EN' }).click()
      await page.getByRole('menuitemradio', { name: 'Español' }).click()
      await page.getByRole('dialog', { name: 'Tu sesión terminó' }).waitFor()
      expect(await page.getByRole('link', { name: 'Iniciar sesión' }).getAttribute('href')).toBe(
        '/sign-in?next=%2Fwelcome',
      )
    })
  })
})

describe('the frame', () => {
  it('sends a stranger to sign in and remembers where to', async () => {
    await on('/organisation', async (page) => {
      await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
      expect(new URL(page.url()).search).toBe('?next=%2Forganisation')
    })
  })

  it('shows a service that is down as such, with a way to try again', async () => {
    answers['GET /api/session'] = () => problem(503, 'service.unavailable')
    await on('/welcome', async (page) => {
      await page.getByText('Not available for a moment').waitFor()
      answers['GET /api/session'] = () => json(sessionOf('buyer'))
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
    })
  })

  it('counts and lists what happens live', async () => {
    answers['GET /api/session'] = () => json(sessionOf('buyer'))
    await on('/status', async (page) => {
      await page.getByText('Live', { exact: true }).waitFor()
      served.say(topic.organisation(sampleOrganisationId), 'need.changed', {
        needId: 'n',
        state: 'published',
        version: 1,
        matchCount: 48,
        interestedCount: 2,
      })
      await page.getByRole('button', { name: 'Notifications, 1 unread' }).click()
      await page.getByText('One of your needs has 48 matches, 2 interested').waitFor()
      expect(await page.getByRole('button', { name: 'Notifications', exact: true }).count()).toBe(1)
    })
  })
})
