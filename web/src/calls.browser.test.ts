import { sharedHouse } from '@enlace/testing'
import type { Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPages } from './testing/pages.ts'
import { desk, visit, type Door, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

async function as(door: Door, act: (visit: Visit) => Promise<void>): Promise<void> {
  const seen = await visit(pages.browser, pages.origin, desk, door)
  try {
    await act(seen)
  } finally {
    await seen.context.close()
  }
}
/** Every request of a path that the page makes from now on. */
function requestsOf(page: Page, path: string): Request[] {
  const made: Request[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === path) made.push(request)
  })
  return made
}
const keysOf = (requests: readonly Request[]): readonly (string | undefined)[] =>
  requests.map((request) => request.headers()['idempotency-key'])

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill('not the right one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

describe('a call', () => {
  it('that the server refuses shows its words at the field and above the form', () =>
    as(null, async ({ page, go }) => {
      await go('/sign-in')
      await signIn(page, 'no address')
      const field = page.getByLabel('E-mail address')
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByRole('alert').textContent()).toContain('Some fields need another look')
      const words = await field.getAttribute('aria-describedby')
      expect(await page.locator(`[id="${words}"]`).textContent()).toMatch(/address/)
    }))

  it('that nobody answers says so, and is not made again behind the back of who made it', () =>
    as(null, async ({ page, context, go }) => {
      await go('/sign-in')
      const made = requestsOf(page, '/api/sign-in')
      await context.setOffline(true)
      await signIn(page, 'ana@example.test')
      await page.getByRole('alert').getByText('No connection').waitFor()
      expect(made.length).toBe(1)
    }))

  it('that only reads is tried a second time', () =>
    as(null, async ({ page, go }) => {
      const made = requestsOf(page, '/api/session')
      await page.route('**/api/session', (route) => route.abort('connectionreset'), { times: 1 })
      await go('/')
      await page.getByRole('heading', { name: 'Look around with one click' }).waitFor()
      expect(made.length).toBe(2)
    }))

  it('that acts carries a key of its own', () =>
    as(null, async ({ page, context, go }) => {
      const made = requestsOf(page, '/api/demo/sign-in')
      for (const name of ['As a buyer', 'As a supplier']) {
        await context.clearCookies()
        await go('/')
        await page.getByRole('button', { name }).click()
        await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
      }
      const keys = keysOf(made)
      expect(keys.map((key) => /^[0-9a-f-]{32,36}$/.test(String(key)))).toEqual([true, true])
      expect(new Set(keys).size).toBe(2)
    }))

  it('that finds the session gone asks to sign in again and keeps the page', () =>
    as('buyer', async ({ page, context, go }) => {
      await go('/welcome')
      await context.clearCookies()
      await page.getByRole('button', { name: 'Language and theme: EN' }).click()
      await page.getByRole('menuitemradio', { name: 'Español' }).click()
      await page.getByRole('dialog', { name: 'Su sesión terminó' }).waitFor()
      expect(await page.getByRole('link', { name: 'Iniciar sesión' }).getAttribute('href')).toBe(
        '/sign-in?next=%2Fwelcome',
      )
    }))
})

it('a stranger is sent to sign in and comes to where they wanted', () =>
  as(null, async ({ page, go }) => {
    await go('/organisation')
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    expect(new URL(page.url()).search).toBe('?next=%2Forganisation')
  }))
