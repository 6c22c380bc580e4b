import type { MatchdayPlace } from '@enlace/domain'
import type { Board } from './board.svelte.ts'
import type { BoardHand } from './board-hand.svelte.ts'
import { headHeight, headWidth, spotAt, type Spot } from './board-steps.ts'

type Drag = {
  readonly board: Board
  readonly hand: BoardHand
  readonly places: readonly MatchdayPlace[]
  readonly slots: number
  readonly frame: HTMLElement | null
  readonly go: (row: number, column: number) => void
}
/** A press that moves less than this is a click. */
const slack = 5
/** So near to the edge, what is dragged pulls the grid along. */
const edge = 40
const pull = 24

/** What the pointer does over the grid: a click chooses a cell, a drag carries the meeting in it. A finger scrolls. */
export function dragWith(given: () => Drag) {
  let from: { readonly x: number; readonly y: number; readonly spot: Spot } | null = null
  let dragging = false

  const spotOf = ({ clientX, clientY }: PointerEvent): Spot | null => {
    const { frame, places, slots } = given()
    const box = frame
    if (box === null) return null
    const { left, top } = box.getBoundingClientRect()
    const [x, y] = [clientX - left - box.clientLeft, clientY - top - box.clientTop]
    if (x < headWidth || y < headHeight) return null
    return spotAt(x + box.scrollLeft, y + box.scrollTop, { rows: places.length, columns: slots })
  }
  const pullAlong = ({ clientX, clientY }: PointerEvent): void => {
    const box = given().frame
    if (box === null) return
    const { left, top, right, bottom } = box.getBoundingClientRect()
    const along = (at: number, start: number, end: number): number =>
      at > end - edge ? pull : at < start + edge ? -pull : 0
    box.scrollBy(along(clientX, left + headWidth, right), along(clientY, top + headHeight, bottom))
  }

  return {
    down(event: PointerEvent): void {
      const spot = spotOf(event)
      if (event.button !== 0 || spot === null) return
      from = { x: event.clientX, y: event.clientY, spot }
    },
    move(event: PointerEvent): void {
      if (from === null || event.pointerType === 'touch') return
      const { board, hand, places, frame } = given()
      if (!dragging) {
        if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < slack || hand.meeting !== null) return
        const meeting = board.at(from.spot.column, places[from.spot.row]?.key ?? '')
        if (meeting?.state !== 'planned') return
        dragging = true
        frame?.setPointerCapture(event.pointerId)
        void hand.pickUp(meeting)
      }
      pullAlong(event)
      const spot = spotOf(event)
      const place = spot === null ? undefined : places[spot.row]
      hand.aim = spot === null || place === undefined ? null : { slot: spot.column, place: place.key }
    },
    up(event: PointerEvent): void {
      const { hand, go } = given()
      const spot = spotOf(event)
      if (dragging && hand.aim === null) hand.giveUp()
      else if (dragging) void hand.drop().then((isDone) => (isDone ? undefined : hand.giveUp()))
      if (from !== null && spot !== null) go(spot.row, spot.column)
      from = null
      dragging = false
    },
    cancel(): void {
      if (dragging) given().hand.giveUp()
      from = null
      dragging = false
    },
  }
}
