import type { Page } from 'playwright-core'

/** What a browser notes of a page, in milliseconds since the address was entered; shifts are in its own unit, 0 is none. */
export type Painted = {
  readonly first: number
  readonly largest: number
  /** What was painted largest, by its tag and class. */
  readonly what: string
  /** How long the page did not answer a finger: of each task, what it took above 50 ms, from the first paint on. */
  readonly blocked: number
  readonly shift: number
}
type Shift = { readonly value: number; readonly what: string }
type Noted = {
  readonly first: number
  readonly largest: number
  readonly what: string
  readonly tasks: readonly { readonly at: number; readonly took: number }[]
  readonly shifts: readonly Shift[]
}

const longTaskMs = 50
/** Runs in the browser before the page's own scripts do; a text, as this side of the wire knows no document. */
const noting = `
  const noted = { first: 0, largest: 0, what: '', tasks: [], shifts: [] }
  globalThis.noted = noted
  const nameOf = (node) => node?.tagName === undefined ? '' : node.tagName.toLowerCase() + '.' + (node.getAttribute('class') ?? '').split(' ')[0]
  const note = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  note('paint', (entry) => { if (entry.name === 'first-contentful-paint') noted.first = entry.startTime })
  note('largest-contentful-paint', (entry) => { noted.largest = entry.startTime; noted.what = nameOf(entry.element) })
  note('longtask', (entry) => noted.tasks.push({ at: entry.startTime, took: entry.duration }))
  note('layout-shift', (entry) => {
    if (!entry.hadRecentInput) noted.shifts.push({ value: entry.value, what: entry.sources.map(({ node }) => nameOf(node)).join(' ') })
  })
`

/** Notes what its visitor waits for, from the very start of every address that the page opens from now on. */
export const watchPaints = (page: Page): Promise<unknown> => page.addInitScript({ content: noting })

/** What was noted since the address was opened. */
export async function readPaints(page: Page): Promise<Painted> {
  const { first, largest, what, tasks, shifts } = await page.evaluate<Noted>('noted')
  return {
    first,
    largest,
    what,
    blocked: tasks.reduce((sum, { at, took }) => (at + took > first ? sum + Math.max(0, took - longTaskMs) : sum), 0),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
  }
}

/** What moved by itself since the last look, and how much; nothing is what we want. */
export const takeShifts = (page: Page): Promise<readonly Shift[]> => page.evaluate<Shift[]>('noted.shifts.splice(0)')
