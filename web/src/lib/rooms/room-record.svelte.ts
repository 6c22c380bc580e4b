import { enterRoom, leaveRoom, readRoom, type RoomView } from '@enlace/contracts'
import type { MatchdayId, MeetingId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { clockOffset, hearClock } from '$lib/live/device-clock.ts'
import { sayProblem } from '$lib/ui/attempt.ts'

const tickMs = 250
/** Also how the page hears of the other side where the websocket is away. */
const askEveryMs = 8000

/** The room of one's meeting: it counts by the server's clock, and is over by itself. */
export class RoomRecord extends Loaded<RoomView> {
  /** ms since 1970 by the server's clock. */
  now = $state(Date.now() + clockOffset())
  isInside = $state(false)
  /** Known while one is inside; null too where the organiser has given none. */
  address = $state<string | null>(null)
  busy = $state(false)
  readonly #params: { readonly id: MatchdayId; readonly meetingId: MeetingId }

  constructor(id: MatchdayId, meetingId: MeetingId) {
    const params = { id, meetingId }
    super(async () => {
      const askedAt = Date.now()
      const view = await call(readRoom, { params })
      hearClock(view.now, askedAt)
      return view
    })
    this.#params = params
  }

  /** Counts and asks again until the returned function is called, which also leaves. */
  open = (): (() => void) => {
    const tick = setInterval(this.#tick, tickMs)
    const ask = setInterval(() => void (this.isInside ? this.#stay() : this.load()), askEveryMs)
    const leave = (): void => void this.leave()
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(tick)
      clearInterval(ask)
      removeEventListener('pagehide', leave)
      leave()
    }
  }

  enter = async (): Promise<void> => {
    this.busy = true
    await this.#come().catch((error: unknown) => {
      sayProblem(error)
      return this.load()
    })
    this.busy = false
  }

  leave = async (): Promise<void> => {
    if (!this.isInside) return
    this.#forget()
    await call(leaveRoom, { params: this.#params }).catch(() => undefined)
    await this.load()
  }

  #tick = (): void => {
    this.now = Date.now() + clockOffset()
    const view = this.view
    if (view === null) return
    const over = this.now >= Date.parse(view.endsAt)
    if (over) this.#forget()
    const turned = view.phase === 'early' ? this.now >= Date.parse(view.opensAt) : over && view.phase === 'open'
    // What the page knows already; the server says so too, once asked.
    if (turned) this.take({ ...view, phase: over ? 'over' : 'open', inside: over ? nobody : view.inside })
    if (turned) void this.load()
  }

  async #come(): Promise<void> {
    const askedAt = Date.now()
    const { address, room } = await call(enterRoom, { params: this.#params })
    hearClock(room.now, askedAt)
    this.take(room)
    ;[this.isInside, this.address] = [true, address]
  }

  // A network that is away for a moment sends nobody out; a room that is closed does.
  async #stay(): Promise<void> {
    await this.#come().catch((error: unknown) => {
      if (!(error instanceof CallError) || error.code === 'network.unreachable') return
      this.#forget()
      return this.load()
    })
  }

  #forget(): void {
    ;[this.isInside, this.address] = [false, null]
  }
}

const nobody = { host: false, visitor: false }
