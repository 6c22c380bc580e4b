type Point = { readonly x: number; readonly y: number; readonly name: string }
/** Where a name stands beside its point: its middle line, and which of its ends is at `x`. */
export type PlacedName = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
}
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const letter = 7
const line = 15
const gap = 11
const radius = 7

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
const around = ({ x, y }: Point): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })

/** Places the names of points in a plot of this size so that none lies over another or over another's point: level with its own where there is room, else as near as can be. */
export function placeNames(points: readonly Point[], width: number, height: number): readonly PlacedName[] {
  const longest = Math.floor((width * 0.55) / letter)
  const taken: Box[] = []
  const placed = new Map<Point, PlacedName>()
  for (const point of points.toSorted((one, other) => one.y - other.y)) {
    const text = point.name.length > longest ? `${point.name.slice(0, longest - 1)}…` : point.name
    const isLate = point.x > width * 0.6
    const x = point.x + (isLate ? -gap : gap)
    const long = text.length * letter
    const boxAt = (y: number): Box => ({
      left: isLate ? x - long : x,
      right: isLate ? x : x + long,
      top: y - line / 2,
      bottom: y + line / 2,
    })
    const others = points.filter((other) => other !== point).map(around)
    const steps = Array.from(
      { length: 2 * points.length + 1 },
      (_, n) => Math.ceil(n / 2) * (n % 2 === 0 ? -line : line),
    )
    const level = Math.min(height - 10, Math.max(2, point.y))
    const free = steps
      .map((step) => level + step)
      .find((y) => y >= 0 && y <= height - 8 && ![...taken, ...others].some((box) => overlap(boxAt(y), box)))
    const y = free ?? level
    taken.push(boxAt(y))
    placed.set(point, { x, y, anchor: isLate ? 'end' : 'start', text })
  }
  return points.map((point) => placed.get(point) ?? { x: point.x, y: point.y, anchor: 'start', text: point.name })
}
