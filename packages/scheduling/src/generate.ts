import type { Instance, Meeting } from './instance.ts'
import { randomFrom } from './random.ts'

/** How large a made-up matchday is; `away` is the share of slots in which people do not come, in blocks. */
export type Size = {
  readonly buyers: number
  readonly suppliers: number
  readonly meetings: number
  readonly slots: number
  readonly places: number
  readonly away: number
  readonly spread: number | null
}

/** A day of a thousand people, four times as large as any that was published. */
export const largeDay: Size = {
  buyers: 250,
  suppliers: 750,
  meetings: 8000,
  slots: 40,
  places: 300,
  away: 0.08,
  spread: 3,
}

/** People, meetings, slots and places of the published days: Bofill et al., JAIR 74 (2022), Table 1. */
export const publishedSizes: Readonly<Record<string, Size>> = {
  'tic-12': sized(42, 125, 8, 21),
  'tic-13': sized(47, 180, 10, 21),
  'tic-14': sized(60, 237, 10, 27),
  'forum-13': sized(70, 154, 21, 14),
  'forum-13b': sized(76, 195, 22, 14),
  'forum-14': sized(78, 302, 22, 22),
}

function sized(people: number, meetings: number, slots: number, places: number): Size {
  const buyers = Math.round(people / 3)
  return { buyers, suppliers: people - buyers, meetings, slots, places, away: 0.05, spread: 2 }
}

const minutes = 20
const gap = 5

/** A made-up matchday, the same again from the same seed, on which nobody has more meetings than time for them. */
export function generate(size: Size, seed: number): Instance {
  const random = randomFrom(seed)
  const people = size.buyers + size.suppliers
  const participants = Array.from({ length: people }, () => ({
    forbidden: random.share() < size.away * 4 ? block(size.slots, random.below) : [],
  }))
  const room = participants.map(({ forbidden }) => Math.floor((size.slots - forbidden.length) * fullest))
  const meetings: Meeting[] = []
  const met = new Set<string>()
  for (let tried = 0; meetings.length < size.meetings && tried < size.meetings * 100; tried += 1) {
    const [buyer, supplier] = [random.below(size.buyers), size.buyers + random.below(size.suppliers)]
    const pair = `${buyer} ${supplier}`
    if (met.has(pair) || room[buyer] === 0 || room[supplier] === 0) continue
    met.add(pair)
    for (const one of [buyer, supplier]) room[one] = (room[one] ?? 0) - 1
    meetings.push({ participants: [buyer, supplier], slots: null, places: null, pool: null, after: [] })
  }
  return {
    slots: Array.from({ length: size.slots }, (_, slot) => ({
      start: slot * (minutes + gap),
      end: slot * (minutes + gap) + minutes,
      session: slot * 2 < size.slots ? 0 : 1,
    })),
    participants,
    places: Array.from({ length: size.places }, () => ({ zone: 0, closed: [] })),
    walking: [[0]],
    pools: [],
    meetings,
    spread: size.spread,
  }
}

/** Nobody's day is fuller than this share of the slots in which they come. */
const fullest = 0.95

/** A quarter of the day on average, so that one in so many people makes up the share that is away. */
function block(slots: number, below: (bound: number) => number): readonly number[] {
  const length = 1 + below(Math.max(1, Math.round(slots / 2) - 1))
  const start = below(slots - length + 1)
  return Array.from({ length }, (_, at) => start + at)
}
