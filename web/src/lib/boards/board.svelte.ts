import {
  readBoard,
  readMatchday,
  type BoardMeeting,
  type BoardView,
  type LiveData,
  type MatchdayView,
  type Topic,
} from '@enlace/contracts'
import type { MatchdayId, MatchdayParticipantId, MeetingId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'

type Firm = BoardView['firms'][number]
export type Hold = BoardView['holds'][number]
export type MeetingChange = { readonly meeting: BoardMeeting; readonly firms: readonly Firm[] }

/** Changes that come within so long are shown at once. */
const gatherMs = 100
/** The whole board is read no more often than this, whatever happens. */
const readEveryMs = 2000
const cell = (slot: number, place: string): string => `${slot} ${place}`
const books = ({ state }: BoardMeeting): boolean => state === 'planned' || state === 'held'

/**
 * Every meeting of a matchday by its cell. A change touches its own cell; whoever draws asks for the cells that are seen
 * and is told by `version` that some changed, no more often than ten times a second.
 */
export class Board {
  readonly id: MatchdayId
  day = $state.raw<MatchdayView | null>(null)
  holds = $state.raw<readonly Hold[]>([])
  error = $state.raw<unknown>(null)
  /** Rises when cells changed. */
  version = $state(0)
  #meetings = new Map<MeetingId, BoardMeeting>()
  #cells = new Map<string, BoardMeeting>()
  #firms = new Map<MatchdayParticipantId, Firm>()
  #coming: MeetingChange[] = []
  #gathering: ReturnType<typeof setTimeout> | undefined
  #reading: Promise<void> | null = null
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(id: MatchdayId) {
    this.id = id
  }

  /** The meeting that takes up a cell now. */
  at(slot: number, place: string): BoardMeeting | undefined {
    void this.version
    return this.#cells.get(cell(slot, place))
  }

  meeting(id: MeetingId): BoardMeeting | undefined {
    void this.version
    return this.#meetings.get(id)
  }

  /** All meetings, in no order. */
  all(): Iterable<BoardMeeting> {
    void this.version
    return this.#meetings.values()
  }

  /** The firms whose name has this text in it; null where no text is given. */
  firmsNamed(text: string): ReadonlySet<MatchdayParticipantId> | null {
    void this.version
    const wanted = text.trim().toLocaleLowerCase()
    if (wanted === '') return null
    const named = [...this.#firms.values()].filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    return new Set(named.map(({ id }) => id))
  }

  /** Those who are admitted, in the order of their names. */
  firms(): readonly Firm[] {
    void this.version
    return [...this.#firms.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  }

  nameOf = (id: MatchdayParticipantId): string => this.#firms.get(id)?.name ?? ''
  pairOf = ({ hostId, visitorId }: BoardMeeting): string => `${this.nameOf(hostId)} – ${this.nameOf(visitorId)}`

  /** Reads everything; what is told meanwhile is newer and counts. */
  load = (): Promise<void> => (this.#reading ??= this.#load().finally(() => (this.#reading = null)))

  async #load(): Promise<void> {
    try {
      const params = { id: this.id }
      const [day, board] = await Promise.all([call(readMatchday, { params }), call(readBoard, { params })])
      this.#firms = new Map(board.firms.map((firm) => [firm.id, firm]))
      this.#meetings = new Map()
      this.#cells = new Map()
      for (const meeting of board.meetings) this.#put(meeting)
      this.day = day
      this.holds = board.holds
      this.error = null
      this.version += 1
    } catch (error) {
      this.error = error
    }
  }

  /** Takes what was told or answered of one meeting. */
  take(change: MeetingChange): void {
    this.#coming.push(change)
    this.#gathering ??= setTimeout(this.#show, gatherMs)
  }

  #show = (): void => {
    this.#gathering = undefined
    if (this.#reading !== null) return void this.#reading.then(this.#show)
    for (const { meeting, firms } of this.#coming.splice(0)) {
      for (const firm of firms) this.#firms.set(firm.id, firm)
      if ((this.#meetings.get(meeting.id)?.sequence ?? 0) <= meeting.sequence) this.#put(meeting)
    }
    this.version += 1
  }

  /** Two may swap: a cell is left only by whoever is still in it. */
  #put(meeting: BoardMeeting): void {
    const before = this.#meetings.get(meeting.id)
    if (before !== undefined) {
      const left = cell(before.slot, before.place)
      if (this.#cells.get(left)?.id === meeting.id) this.#cells.delete(left)
    }
    if (meeting.state === 'cancelled') return void this.#meetings.delete(meeting.id)
    this.#meetings.set(meeting.id, meeting)
    const here = cell(meeting.slot, meeting.place)
    // Who did not meet left the place to others.
    if (books(meeting) || !this.#cells.has(here)) this.#cells.set(here, meeting)
  }

  /** Follows on the organiser's topic what becomes of it until the returned function is called. */
  follow(heard: Topic): () => void {
    const stop = live.listen(heard, {
      resync: () => void this.load(),
      message: (name, data) => {
        if ((data as { matchdayId?: string } | null)?.matchdayId !== this.id) return
        if (name === 'meeting.changed') this.take(data as LiveData<'meeting.changed'>)
        else if (name === 'matchday.changed') this.#readLater()
      },
    })
    return () => {
      stop()
      clearTimeout(this.#again)
      clearTimeout(this.#gathering)
    }
  }

  #readLater(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined
      void this.load()
    }, readEveryMs / 4)
  }
}
