import type { Option } from './option.ts'

/** Finds options for what was typed; gives up when the signal says so. */
export type Suggest = (text: string, signal: AbortSignal) => Promise<readonly Option[]>
const waitMs = 160

/** The list under a field that suggests while one types: what is offered, which one is marked, whether it is open. */
export class Suggestions {
  options = $state<readonly Option[]>([])
  active = $state(-1)
  open = $state(false)
  loading = $state(false)
  failed = $state(false)
  readonly #suggest: () => Suggest
  #timer: ReturnType<typeof setTimeout> | undefined
  #abort: AbortController | undefined

  constructor(suggest: () => Suggest) {
    this.#suggest = suggest
  }

  /** Asks again after a short pause; an answer to an older text never overwrites a newer one. */
  ask(text: string): void {
    this.stop()
    this.loading = true
    this.#timer = setTimeout(() => void this.#find(text), waitMs)
  }

  async #find(text: string): Promise<void> {
    const abort = new AbortController()
    this.#abort = abort
    try {
      const found = await this.#suggest()(text, abort.signal)
      if (abort.signal.aborted) return
      this.options = found
      this.active = found.length > 0 ? 0 : -1
      this.failed = false
      this.open = true
    } catch {
      if (abort.signal.aborted) return
      this.options = []
      this.failed = true
      this.open = true
    }
    this.loading = false
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
    this.loading = false
  }

  close(): void {
    this.stop()
    this.open = false
    this.active = -1
  }

  /** Moves the mark by keyboard; true where the key was one of the list's. */
  move(key: string): boolean {
    const { length } = this.options
    if (!this.open || length === 0) return false
    if (key === 'ArrowDown') this.active = (this.active + 1) % length
    else if (key === 'ArrowUp') this.active = (this.active - 1 + length) % length
    else if (key === 'PageDown') this.active = length - 1
    else if (key === 'PageUp') this.active = 0
    else return false
    return true
  }

  get marked(): Option | undefined {
    return this.open ? this.options[this.active] : undefined
  }
}
