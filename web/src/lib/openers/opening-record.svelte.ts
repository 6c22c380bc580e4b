import { type CallView, type OpeningView, readCall, readOpening, releaseEnvelope, topic } from '@enlace/contracts'
import type { CallId, OrganisationId } from '@enlace/domain'
import type { OpenerKey } from '@enlace/sealing'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'
import { releaseAll } from '../sealing/release-all.ts'

/** How far the opening of a call is, as it stands and as it changes. */
export class OpeningRecord {
  call = $state.raw<CallView | null>(null)
  opening = $state.raw<OpeningView | null>(null)
  error = $state.raw<unknown>(null)
  readonly id: CallId
  #asked = 0

  constructor(id: CallId) {
    this.id = id
  }

  readonly mine = $derived(this.opening?.openers.find((one) => one.mine) ?? null)
  readonly released = $derived(this.opening?.openers.filter(({ releasedAt }) => releasedAt !== null).length ?? 0)

  load = async (): Promise<void> => {
    const asked = (this.#asked += 1)
    const params = { id: this.id }
    try {
      const [view, opening] = await Promise.all([call(readCall, { params }), call(readOpening, { params })])
      if (asked !== this.#asked) return
      this.call = view
      this.opening = opening
      this.error = null
    } catch (error) {
      if (asked === this.#asked) this.error = error
    }
  }

  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name === 'call.changed' && (data as { callId: string }).callId === this.id) void this.load()
      },
    })
  }

  /**
   * Hands over the shares of the next envelope, of which `key` opens; without a key none, which says that it is lost.
   * The shares are asked for anew: what was read before the deadline holds none. Gives how many could not be unsealed.
   */
  async release(key: OpenerKey | null, onprogress: (done: number) => void): Promise<number> {
    const params = { id: this.id }
    const { envelope, shares } = await call(readOpening, { params })
    if (envelope === null) {
      await this.load()
      return 0
    }
    const unsealed =
      key === null
        ? { shares: [], failed: [] }
        : await releaseAll({ key, callId: this.id, envelope, shares, onprogress })
    await call(releaseEnvelope, { params, body: { envelope, shares: [...unsealed.shares] } })
    await this.load()
    return unsealed.failed.length
  }
}
