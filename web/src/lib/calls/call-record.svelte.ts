import {
  cancelCall,
  listBids,
  listSeats,
  publishCall,
  readCall,
  readDecision,
  readOpening,
  topic,
  type CallView,
  type DecisionView,
  type OpenedBid,
  type OpeningView,
  type SeatView,
} from '@enlace/contracts'
import { mayInCall, type CallAct, type CallId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { problemWords } from '$lib/api/problem-words.ts'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { session } from '$lib/session/session.svelte.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'

/** While an envelope waits for its openers, those of other organisations look this often for what they do not hear live. */
const lookEveryMs = 5000

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

  may = (act: CallAct): boolean => this.call !== null && mayInCall(this.call.parts, act, this.call.phase)

  /** Whether the reader stands on the buyer's side. */
  get inside(): boolean {
    return (this.call?.parts ?? []).some((part) => part !== 'bidder' && part !== 'candidate' && part !== 'onlooker')
  }

  /** Reads the call and whatever of it the reader may see; an answer that was overtaken by a later question is dropped. */
  load = async (): Promise<void> => {
    const mine = ++this.#asked
    const params = { id: this.id }
    try {
      const view = await call(readCall, { params })
      const side = view.parts.some((part) => part !== 'bidder' && part !== 'candidate' && part !== 'onlooker')
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
    const own = session.organisation
    if (own === null) return () => {}
    const leave = live.listen(topic.organisation(own.id), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name === 'call.changed' && (data as { callId: string }).callId === this.id) void this.load()
      },
    })
    const timer = setInterval(() => {
      const { call: view } = this
      if (view?.phase === 'opening' && view.buyer.id !== own.id) void this.load()
    }, lookEveryMs)
    return () => {
      clearInterval(timer)
      leave()
    }
  }

  /** Does something, says that it is done, and reads anew; says what went wrong. Whether it was done. */
  act = async (name: string, run: () => Promise<unknown>, done: string): Promise<boolean> => {
    this.busy = name
    try {
      await run()
      toasts.say(done)
      return true
    } catch (error) {
      const { title, text } = problemWords(error)
      toasts.say(`${title}. ${text}`, { tone: 'bad' })
      return false
    } finally {
      await this.load()
      this.busy = null
    }
  }

  publish = (): Promise<boolean> =>
    this.act('publish', () => call(publishCall, { params: { id: this.id } }), m.calls_published())

  cancel = (reason: string): Promise<boolean> =>
    this.act('cancel', () => call(cancelCall, { params: { id: this.id }, body: { reason } }), m.calls_cancelled())
}
