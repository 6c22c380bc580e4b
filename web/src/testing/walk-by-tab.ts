import type { Page } from 'playwright-core'

const most = 400

/**
 * Goes through a part of a page with the tab key alone and says what it could not reach there, and whether it came out at
 * the end: a part in which the key stays for ever is a trap.
 */
export async function walkByTab(
  page: Page,
  part: string,
): Promise<{ reached: number; missed: string[]; out: boolean }> {
  const wanted = await page
    .locator(part)
    .first()
    .evaluate((whole) => {
      const all = [
        ...whole.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex], summary'),
      ]
      const first = new Set<string>()
      const able = all.filter((one) => {
        if (one.tabIndex < 0 || one.matches(':disabled') || !one.checkVisibility({ visibilityProperty: true }))
          return false
        // Of a group of radio buttons one is reached; the arrows go on from there.
        if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
        const chosen = all.some(
          (other) => other instanceof HTMLInputElement && other.name === one.name && other.checked,
        )
        if (chosen ? !one.checked : first.has(one.name)) return false
        first.add(one.name)
        return true
      })
      able.forEach((one, at) => (one.dataset['walk'] = String(at)))
      // One begins just before the part.
      const start = document.createElement('span')
      start.tabIndex = -1
      whole.before(start)
      start.focus()
      return able.map((one) => one.getAttribute('aria-label') ?? (one.textContent.trim() || one.id || one.tagName))
    })
  const reached = new Set<number>()
  let out = false
  for (let step = 0; step < most && !out; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate((selector) => {
      const [whole, now] = [document.querySelector(selector), document.activeElement]
      return whole?.contains(now) === true ? ((now as HTMLElement).dataset['walk'] ?? '-1') : null
    }, part)
    if (at === null) out = true
    else reached.add(Number(at))
  }
  return { reached: reached.size, missed: wanted.filter((_, at) => !reached.has(at)), out }
}
