import type { Candidate, SelectionParticipant, SelectionQuestion, Side, Wish } from '@enlace/scheduling'

export type MatchdaySize = {
  readonly hosts: number
  readonly visitors: number
  readonly candidates: number
  readonly slots: number
  readonly places: number
}

/** How much more often the popular are wished for: the rank of who is picked is a power of chance. */
const skew = 1.6
const trades = ['metal', 'textile', 'food', 'software', 'energy']

/** One in ten of what could be said is a must, four in ten a wish, one in twenty a no. */
function wishOf(random: () => number): Wish {
  const chance = random()
  if (chance < 0.1) return 'must'
  if (chance < 0.5) return 'meet'
  return chance < 0.95 ? 'none' : 'no-thanks'
}

/** Everybody's slots but for one block of absence, which one in three has. */
function slotsOf(slots: number, random: () => number): number[] {
  const from = random() < 1 / 3 ? Math.floor(random() * slots) : slots
  const to = from + Math.ceil(slots / 5)
  return Array.from({ length: slots }, (_, slot) => slot).filter((slot) => slot < from || slot >= to)
}

function participantOf(side: Side, slots: number, random: () => number): SelectionParticipant {
  const host = side === 'host'
  return {
    side,
    standing: host ? 'buyer' : 'small',
    type: trades[Math.floor(random() * trades.length)] ?? '',
    languages: random() < 0.9 ? ['es', ...(random() < 0.4 ? ['en'] : [])] : ['en'],
    slots: slotsOf(slots, random),
    atLeast: host ? 3 : 1,
    atMost: host ? 20 : 8,
    // One buyer in five keeps the firms of one trade to a few of its meetings.
    quotas: host && random() < 0.2 ? [{ type: trades[0] ?? '', atLeast: 0, atMost: 4 }] : [],
  }
}

/** A matchday of buyers and small firms with popular ones on both sides; the same for the same numbers. */
export function madeUpMatchday(size: MatchdaySize, random: () => number): SelectionQuestion {
  const { hosts, visitors, slots, places } = size
  const participants = [
    ...Array.from({ length: hosts }, () => participantOf('host', slots, random)),
    ...Array.from({ length: visitors }, () => participantOf('visitor', slots, random)),
  ]
  const candidates = new Map<number, Candidate>()
  const add = (host: number, visitor: number): void => {
    const key = host * visitors + visitor
    if (candidates.has(key)) return
    candidates.set(key, {
      host,
      visitor: hosts + visitor,
      score: random(),
      hostWish: wishOf(random),
      visitorWish: wishOf(random),
      metBefore: random() < 0.1,
    })
  }
  const popular = (count: number): number => Math.floor(random() ** skew * count)
  // Everybody has somebody to meet, as everybody is matched with somebody.
  for (let visitor = 0; visitor < visitors; visitor += 1) add(popular(hosts), visitor)
  while (candidates.size < size.candidates) add(popular(hosts), popular(visitors))
  const all = [...candidates.values()]
  return {
    participants,
    candidates: all,
    neverWith: all.filter(() => random() < 0.005).map(({ host, visitor }) => [host, visitor] as const),
    interpreters: [{ languages: ['es', 'en'], meetings: 4 * slots }],
    slots,
    places,
  }
}
