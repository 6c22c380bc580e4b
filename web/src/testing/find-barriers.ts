import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

/** Brings axe into every page of a window that many pages are judged in: sent once, not with each. */
export const bringAxe = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(axe.source)
}

/** The window as tall as its page, so that a bar stuck to an edge covers nothing that scrolling would uncover. */
async function tallWindow<Result>(page: Page, act: () => Promise<Result>): Promise<Result> {
  const before = page.viewportSize()
  if (before === null) return act()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) })
  try {
    return await act()
  } finally {
    await page.setViewportSize(before)
  }
}

/** What axe finds wrong on the whole page, one line each; empty is what we want. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, so that the page's policy against foreign scripts can stay as strict as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return tallWindow(page, () => page.evaluate(judge))
}

async function judge(): Promise<readonly string[]> {
  const { axe: loaded } = globalThis as typeof globalThis & { readonly axe: typeof axe }
  // What fades in or out is judged as it is to be seen.
  const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
  await Promise.allSettled(passing.map(({ finished }) => finished))
  const { violations } = await loaded.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  )
}

/** How far the page is wider than the window, in pixels; 0 is what we want. */
export const overflowOf = async (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
