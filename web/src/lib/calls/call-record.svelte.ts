import {
  cancelCall,
  listBids,
  listSeats,
  publishCall,
  readCall,
  readDecision,
  readOpening,
  releaseEnvelope,
  topic,
  type CallView,
  type DecisionView,
  type OpenedBid,
  type OpeningView,
  type SeatView,
} from '@enlace/contracts'
import { mayInCall, type CallAct, type CallId } from '@enlace/domain'
import type { OpenerKey } from '@enlace/sealing'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

/** One call with all that the reader's part in it shows, as it stands and as it changes. */
export class CallRecord {
  call = $state.raw<CallView | null>(null)
  seats = $state.raw<readonly SeatView[]>([])
  opening = $state.raw<OpeningView | null>(null)
  bids = $state.raw<readonly OpenedBid[] | null>(null)
  decision = $state.raw<DecisionView | null>(null)
  error = $state.raw<unknown>(null)
  /** What is being done, so that its button says so. */
  busy = $state<string | null>(null)
  readonly id: CallId
  #asked = 0

  constructor(id: CallId) {
    this.id = id
  }

  /** How many have this call open, the reader among them. */
  present = $state(1)

  may = (act: CallAct): boolean => this.call !== null && mayInCall(this.call.parts, act, this.call.phase)

  /** Reads the call and whatever of it the reader may see; an answer that was overtaken by a later question is dropped. */
  load = async (): Promise<void> => {
    const mine = ++this.#asked
    const params = { id: this.id }
    try {
      const view = await call(readCall, { params })
      const side = mayInCall(view.parts, 'look-in', view.phase)
      const judging = mayInCall(view.parts, 'read-bids', view.phase)
      const [seats, opening, bids, decision] = await Promise.all([
        side ? call(listSeats, { params }) : null,
        side && view.phase !== 'draft' ? call(readOpening, { params }) : null,
        judging ? call(listBids, { params }) : null,
        judging ? call(readDecision, { params }) : null,
      ])
      if (mine !== this.#asked) return
      this.call = view
      this.seats = seats?.items ?? []
      this.opening = opening
      this.bids = bids?.items ?? null
      this.decision = decision
      this.error = null
    } catch (error) {
      if (mine === this.#asked) this.error = error
    }
  }

  /** Follows the call until the returned function is called. */
  follow(): () => void {
    return live.listen(topic.call(this.id), {
      resync: () => void this.load(),
      presence: (count) => (this.present = count),
      message: () => void this.load(),
    })
  }

  /** Does something, says that it is done, and reads anew; says what went wrong. Whether it was done. */
  act = async (name: string, run: () => Promise<unknown>, done: string): Promise<boolean> => {
    this.busy = name
    const isDone = await attempt(run, done)
    await this.load()
    this.busy = null
    return isDone
  }

  /**
   * Hands over the shares of the next envelope, of which `key` opens; a plain one has none, and without the key none are
   * handed over, which says that it is lost. They are asked for anew: what was read before the deadline holds none.
   * Gives how many could not be unsealed.
   */
  release = async (key: OpenerKey | null, onprogress: (done: number) => void): Promise<number> => {
    const params = { id: this.id }
    const { envelope, shares } = await call(readOpening, { params })
    if (envelope === null) return 0
    const { releaseAll } = await import('$lib/sealing/release-all.ts')
    const unsealed =
      key === null
        ? { shares: [], failed: [] }
        : await releaseAll({ key, callId: this.id, envelope, shares, onprogress })
    await call(releaseEnvelope, { params, body: { envelope, shares: [...unsealed.shares] } })
    return unsealed.failed.length
  }

  publish = (): Promise<boolean> =>
    this.act('publish', () => call(publishCall, { params: { id: this.id } }), m.calls_published())

  cancel = (reason: string): Promise<boolean> =>
    this.act('cancel', () => call(cancelCall, { params: { id: this.id }, body: { reason } }), m.calls_cancelled())
}
