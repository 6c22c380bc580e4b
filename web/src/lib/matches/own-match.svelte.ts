import { readFeed, topic, type NeedMatch } from '@enlace/contracts'
import type { Answer, NeedId, OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'
import { answered } from './answer.ts'

/** How one need fits the reader's own firm, kept level with what happens; null where it is not among those that do. */
export class OwnMatch {
  row = $state.raw<NeedMatch | null>(null)
  loaded = $state(false)
  busy = $state(false)
  readonly #needId: NeedId

  constructor(needId: NeedId) {
    this.#needId = needId
  }

  load = async (): Promise<void> => {
    try {
      const { items } = await call(readFeed, { query: { limit: 1, needId: this.#needId } })
      this.row = items[0] ?? null
      this.loaded = true
    } catch {
      // The need itself is on the page; how it fits is left out until the next look.
    }
  }

  /** Hears of changes until the returned function is called. */
  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name === 'feed.changed' && (data as NeedMatch).need.id === this.#needId) this.row = data as NeedMatch
        if (name === 'feed.left' && (data as { needId: string }).needId === this.#needId) this.row = null
      },
    })
  }

  answer = async (what: Answer, reason: string): Promise<void> => {
    if (this.row === null) return
    this.busy = true
    this.row = (await answered(this.row, what, reason)) ?? this.row
    this.busy = false
  }
}
