import { readImport, runImport, topic, undoImport, type ImportView, type Output } from '@enlace/contracts'
import type { ImportId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'
import { session } from '../session/session.svelte.ts'

type Full = Output<typeof readImport>
/** States in which nothing changes by itself any more. */
const resting = new Set<ImportView['state']>(['checked', 'finished', 'failed', 'undone'])

/** One import as its page shows it: it follows the worker live, and reads the issues again when it comes to rest. */
export class ImportRecord {
  view = $state.raw<Full | null>(null)
  error = $state.raw<unknown>(null)
  busy = $state(false)
  readonly #id: ImportId
  #told = 0

  constructor(id: ImportId) {
    this.#id = id
  }

  get moving(): boolean {
    return this.view !== null && !resting.has(this.view.state)
  }

  load = async (): Promise<void> => {
    const told = this.#told
    try {
      const view = await call(readImport, { params: { id: this.#id } })
      // What was told while the answer was under way may be newer than it.
      if (told !== this.#told) return await this.load()
      this.view = view
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  /** For an $effect: follows the import until the returned function is called. */
  follow(): (() => void) | undefined {
    const own = session.organisation
    if (own === null) return undefined
    return live.listen(topic.organisation(own.id), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name !== 'import.changed' || (data as ImportView).id !== this.#id) return
        this.#told += 1
        this.#take(data as ImportView)
      },
    })
  }

  takeIn = (): Promise<void> => this.#turn(() => call(runImport, { params: { id: this.#id } }))
  undo = (): Promise<void> => this.#turn(() => call(undoImport, { params: { id: this.#id } }))

  async #turn(act: () => Promise<ImportView>): Promise<void> {
    this.busy = true
    const told = this.#told
    try {
      const view = await act()
      if (told === this.#told) this.#take(view)
      this.error = null
    } catch (error) {
      this.error = error
    }
    this.busy = false
  }

  #take(view: ImportView): void {
    this.view = { ...view, issues: this.view?.issues ?? [] }
    if (resting.has(view.state)) void this.load()
  }
}
