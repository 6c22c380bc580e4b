import type { Tone } from './tone.ts'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: Tone
  readonly undo: (() => void) | null
}
const shownMs = 6000
/** An act that can be taken back stays longer. */
const undoableMs = 12_000

/** Short notes at the edge of the page, one line each; what can be taken back carries its undo. */
class Toasts {
  list = $state<readonly Toast[]>([])
  #next = 1
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  say(text: string, options: { readonly tone?: Tone; readonly undo?: () => void } = {}): void {
    const toast: Toast = { id: this.#next++, text, tone: options.tone ?? 'good', undo: options.undo ?? null }
    this.list = [...this.list.slice(-2), toast]
    this.resume(toast)
  }

  dismiss(id: number): void {
    this.hold(id)
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  /** Nothing disappears while somebody reads or aims at it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  resume(toast: Toast): void {
    this.hold(toast.id)
    this.#timers.set(
      toast.id,
      setTimeout(() => this.dismiss(toast.id), toast.undo === null ? shownMs : undoableMs),
    )
  }
}

export const toasts = new Toasts()
