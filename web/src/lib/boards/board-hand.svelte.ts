import { moveMeeting, readMoves, type BoardMeeting, type MeetingMoves } from '@enlace/contracts'
import { moveRules, type MoveRule } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { sayProblem } from '$lib/ui/attempt.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import type { Board } from './board.svelte.ts'
import { ruleWords } from './words.ts'

export type Aim = { readonly slot: number; readonly place: string }

const isRule = (code: string): code is MoveRule => moveRules.some((rule) => rule === code)

/** The one meeting that is being moved, by mouse, by keyboard or in the list: where it may go, and where it is to. */
export class BoardHand {
  meeting = $state.raw<BoardMeeting | null>(null)
  aim = $state.raw<Aim | null>(null)
  busy = $state(false)
  readonly #board: Board
  #moves = $state.raw<MeetingMoves | null>(null)
  #asked = 0
  readonly #refused = $derived(
    this.#moves?.slots.map(
      ({ refused }) => new Map(refused.flatMap(({ rule, places }) => places.map((key) => [key, rule]))),
    ),
  )

  constructor(board: Board) {
    this.#board = board
  }

  /** Whether it is known where the meeting may go. */
  get knows(): boolean {
    return this.#moves !== null
  }

  /** What forbids a cell to the meeting in the hand; null where nothing does. */
  ruleAt = (slot: number, place: string): MoveRule | null =>
    this.#moves?.slots[slot]?.rule ?? this.#refused?.[slot]?.get(place) ?? null

  pickUp = async (meeting: BoardMeeting): Promise<void> => {
    this.meeting = meeting
    this.aim = { slot: meeting.slot, place: meeting.place }
    this.#moves = null
    await this.look()
  }

  /** Asks where the meeting may go now. */
  look = async (): Promise<void> => {
    const [mine, { meeting }] = [++this.#asked, this]
    if (meeting === null) return
    try {
      const moves = await call(readMoves, { params: { id: this.#board.id, meetingId: meeting.id } })
      if (mine === this.#asked) this.#moves = moves
    } catch (error) {
      sayProblem(error)
    }
  }

  giveUp = (): void => {
    this.#asked += 1
    this.meeting = this.aim = this.#moves = null
  }

  /** Moves the meeting to where it is aimed at; it stays in the hand where that is refused. */
  drop = async (): Promise<boolean> => {
    const { meeting, aim } = this
    if (meeting === null || aim === null || this.busy) return false
    if (aim.slot === meeting.slot && aim.place === meeting.place) {
      this.giveUp()
      return false
    }
    this.busy = true
    try {
      const params = { id: this.#board.id, meetingId: meeting.id }
      const { sequence } = await call(moveMeeting, { params, body: { ...aim } })
      this.#board.take({ meeting: { ...meeting, ...aim, sequence }, firms: [] })
      toasts.say(m.boards_said_moved())
      this.giveUp()
      return true
    } catch (error) {
      const code = error instanceof CallError ? error.faults[0]?.code : undefined
      if (code !== undefined && isRule(code)) toasts.say(m.boards_refused({ why: ruleWords[code]() }), { tone: 'bad' })
      else sayProblem(error)
      void this.look()
      return false
    } finally {
      this.busy = false
    }
  }
}
