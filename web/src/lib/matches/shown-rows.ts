import { reportShown, type SupplierMatch } from '@enlace/contracts'
import type { NeedId, OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'

/** In sight for so long, a row was seen; and what was seen is said once nothing more comes. */
const dwellMs = 1000
const quietMs = 2000

const versionOf = ({ supplier, match }: SupplierMatch): string => `${supplier.id} ${match.needVersion} ${match.weights}`

/**
 * Which rows of a need's list somebody saw, and which they looked at closer, said to the server in one go when the page
 * is at rest: what is learned from must not slow what is shown. What cannot be said is said with what comes next.
 */
export class ShownRows {
  readonly #needId: NeedId
  readonly #said = new Set<string>()
  readonly #shown = new Set<OrganisationId>()
  readonly #opened = new Set<OrganisationId>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(needId: NeedId) {
    this.#needId = needId
  }

  /** Watches a row's element until the returned function is called. */
  watch = (row: SupplierMatch, element: Element): (() => void) => {
    const key = versionOf(row)
    if (this.#said.has(key)) return () => undefined
    let seeing: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(seeing)
      if (entry?.isIntersecting !== true) return
      seeing = setTimeout(() => {
        observer.disconnect()
        this.#said.add(key)
        this.#shown.add(row.supplier.id)
        this.#later()
      }, dwellMs)
    })
    observer.observe(element)
    return () => {
      clearTimeout(seeing)
      observer.disconnect()
    }
  }

  open = (row: SupplierMatch): void => {
    const key = `opened ${versionOf(row)}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.#opened.add(row.supplier.id)
    this.#later()
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#say(), quietMs)
  }

  async #say(): Promise<void> {
    const body = { shown: [...this.#shown], opened: [...this.#opened] }
    this.#shown.clear()
    this.#opened.clear()
    try {
      await call(reportShown, { params: { id: this.#needId }, body })
    } catch {
      // Nobody is waiting for it; it goes with the next.
      for (const id of body.shown) this.#shown.add(id)
      for (const id of body.opened) this.#opened.add(id)
    }
  }
}
