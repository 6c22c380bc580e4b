import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Answers that are under way. */
export type Held = {
  /** Resolves when as many as asked for are held. */
  readonly full: () => Promise<void>
  readonly release: () => Promise<void>
}

/** Lets the next requests of an address go out and be answered, and keeps the answers back until they are released. */
export async function holdAnswers(page: Page, address: RegExp, times: number): Promise<Held> {
  let open = (): void => {}
  const released = new Promise<void>((resolve) => {
    open = resolve
  })
  const given: Promise<unknown>[] = []
  let left = times
  await page.route(address, async (route) => {
    if (left === 0) return route.continue()
    left -= 1
    const response = await route.fetch()
    given.push(released.then(() => route.fulfill({ response })))
  })
  return {
    full: () => expect.poll(() => given.length, { timeout: 20_000 }).toBe(times),
    release: async () => {
      open()
      await Promise.all(given)
      // What came is worked in before the next frame but one.
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
    },
  }
}

/** Resolves when the page has heard a live message that holds these words. */
export const hears = (page: Page, words: string): Promise<void> =>
  new Promise((heard) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes(words)) heard()
      }),
    )
  })
