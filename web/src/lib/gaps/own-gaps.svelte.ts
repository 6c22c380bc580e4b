import { readGaps, topic, type GapsView } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'

/** A passport that was changed moves many needs at once; they are read together, so long after the first. */
const gatherMs = 400

/** What the reader's own firm could close, read anew whenever one of its needs comes, changes or goes. */
export class OwnGaps {
  view = $state.raw<GapsView | null>(null)
  error = $state.raw<unknown>(null)
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  load = async (): Promise<void> => {
    const asked = ++this.#asked
    try {
      const view = await call(readGaps, {})
      if (asked !== this.#asked) return
      this.view = view
      this.error = null
    } catch (caught) {
      if (asked === this.#asked) this.error = caught
    }
  }

  /** Hears of changes until the returned function is called. */
  follow(organisationId: OrganisationId): () => void {
    const soon = (): void => {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined
        void this.load()
      }, gatherMs)
    }
    const leave = live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name) => {
        if (name === 'feed.changed' || name === 'feed.left') soon()
      },
    })
    return () => {
      clearTimeout(this.#timer)
      leave()
    }
  }
}
