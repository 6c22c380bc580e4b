import { sharedHouse } from '@enlace/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './testing/open-browser.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

let browser: Browser
let seen: Visit
beforeAll(async () => {
  const [{ url }, opened] = await Promise.all([sharedHouse(), openBrowser()])
  browser = opened
  seen = await visit(browser, url, desk, 'buyer')
}, 240_000)
afterAll(() => browser?.close())

/** Opens a page of a buyer at a desk in English; what is chosen there is forgotten afterwards. */
async function on(path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, go } = seen
  await go(path)
  try {
    await act(page)
  } finally {
    await page.evaluate(() => localStorage.clear())
    await context.clearCookies({ name: 'enlace_locale' })
  }
}
const focused = async (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim() ?? '',
  )
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('the shell by keyboard', () => {
  it('skips to the content with the first two keys', async () => {
    await on('/status', async (page) => {
      await press(page, 'Tab')
      expect(await focused(page)).toBe('Skip to the content')
      await press(page, 'Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    })
  })

  it('does what is typed into the command palette, and leaves it with Escape', async () => {
    await on('/status', async (page) => {
      await press(page, 'Control+k')
      await page.getByRole('combobox', { name: 'Search and commands' }).waitFor()
      await page.keyboard.type('dark')
      expect(await page.getByRole('option', { selected: true }).textContent()).toContain('Theme: Dark')
      await press(page, 'Enter')
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
      await press(page, 'Control+k')
      await page.getByRole('combobox', { name: 'Search and commands' }).waitFor()
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    })
  })

  it('reaches on a phone what its bar has no room for, and says there where one is', async () => {
    await on('/status', async (page) => {
      await page.setViewportSize({ width: 360, height: 760 })
      try {
        const bar = page.getByRole('navigation', { name: 'Main navigation' })
        expect(await bar.getByRole('link').count()).toBe(4)
        await bar.getByRole('button', { name: 'More' }).focus()
        await press(page, 'Enter', 'm', 'Enter')
        await page.getByRole('heading', { level: 1, name: 'Matchdays' }).waitFor()
        expect(await bar.getByRole('button', { name: 'More' }).getAttribute('aria-current')).toBe('true')
        await bar.getByRole('button', { name: 'More' }).click()
        const here = page.getByRole('menuitem', { name: 'Matchdays' })
        expect(await here.getAttribute('aria-current')).toBe('page')
      } finally {
        await page.setViewportSize({ width: 1280, height: 900 })
      }
    })
  })

  it('offers a buyer its own nouns and acts, and nothing of an agency', async () => {
    await on('/status', async (page) => {
      await press(page, 'Control+k')
      await page.getByRole('option').first().waitFor()
      const labels = await page.getByRole('option').allTextContents()
      expect(labels.map((label) => label.trim()).slice(0, 7)).toEqual([
        'Post a need',
        'New call',
        'Needs',
        'Calls',
        'Challenges',
        'Suppliers',
        'Linkages',
      ])
      expect(labels.some((label) => label.includes('Import'))).toBe(false)
    })
  })

  it('changes the language from the menu without loading the page again, and gives the focus back', async () => {
    await on('/status', async (page) => {
      await page.evaluate(() => Object.assign(globalThis, { stays: true }))
      await page.getByRole('button', { name: 'Language and theme: EN' }).focus()
      await press(page, 'ArrowDown')
      expect(await focused(page)).toBe('English')
      await press(page, 'ArrowDown', 'Enter')
      await page.getByRole('heading', { level: 1, name: 'Estado' }).waitFor()
      expect(await page.evaluate(() => [document.documentElement.lang, 'stays' in globalThis])).toEqual(['es', true])
      expect(await focused(page)).toBe('Idioma y tema: ES')
    })
  })
})

describe('the components by keyboard', () => {
  it('finds a category by typing and keeps what was chosen', async () => {
    await on('/dev/ui', async (page) => {
      const field = page.getByRole('combobox', { name: 'Category' })
      await field.fill('chem')
      await page.getByRole('listbox').getByRole('option').first().waitFor()
      await press(page, 'ArrowDown', 'Enter')
      expect(await field.inputValue()).toBe('Chemical products')
      await field.fill('nonsense')
      await press(page, 'Tab')
      expect(await field.inputValue()).toBe('Chemical products')
    })
  })

  it('adds and removes tags, and says so', async () => {
    await on('/dev/ui', async (page) => {
      const field = page.getByRole('combobox', { name: 'Certificates' })
      await field.fill('ISO 9001')
      await press(page, 'Enter')
      await page.getByRole('button', { name: 'Remove ISO 9001' }).waitFor()
      await field.focus()
      await press(page, 'Backspace')
      await page.getByText('ISO 9001 removed').waitFor({ state: 'attached' })
      expect(await page.getByRole('button', { name: 'Remove ISO 9001' }).count()).toBe(0)
    })
  })

  it('closes a dialog with Escape and goes back to where one was', async () => {
    await on('/dev/ui', async (page) => {
      await page.getByRole('button', { name: 'Dialog' }).focus()
      await press(page, 'Enter')
      await page.getByRole('dialog', { name: 'Set this supplier aside?' }).waitFor()
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(await focused(page)).toBe('Dialog')
    })
  })

  it('opens the evidence of a gate and closes it again', async () => {
    await on('/dev/ui', async (page) => {
      const gate = page.getByRole('button', { name: 'Radius, failed' }).first()
      await gate.focus()
      await press(page, 'Enter')
      await page.getByText('575 km away; wanted within 250 km.').waitFor()
      await press(page, 'Escape')
      await page.getByText('575 km away').waitFor({ state: 'hidden' })
      expect(await focused(page)).toContain('Radius')
    })
  })

  it('says once in words what moved in a ranked list', async () => {
    await on('/dev/ui', async (page) => {
      const first = await page.getByRole('article').first().getByRole('heading').textContent()
      await page.getByRole('button', { name: 'Shuffle' }).click()
      await page.getByText(/match(es)? changed\. First is now Biotack Andina/).waitFor({ state: 'attached' })
      expect(await page.getByRole('article').first().getByRole('heading').textContent()).not.toBe(first)
    })
  })
})
