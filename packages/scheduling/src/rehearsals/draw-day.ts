import type { Random } from '../random.ts'
import type { Assumptions, Estimate, LanguageShare } from './assumptions.ts'

/** Two who agreed to meet; they need an interpreter where they share no language. */
export type DrawnPair = { readonly host: number; readonly visitor: number; readonly foreign: boolean }

/** One day as it may turn out. Visitors from `registered` on are those who walk in. */
export type DrawnDay = {
  readonly hosts: number
  readonly registered: number
  readonly visitors: number
  readonly pairs: readonly DrawnPair[]
  /** What those who walked in agreed on the spot. */
  readonly onTheSpot: readonly DrawnPair[]
  /** Whether a visitor does not come. */
  readonly absent: readonly boolean[]
}

/** How much more often the popular are wished for: the rank of who is picked is a power of chance. */
const skew = 1.6

/** Draws a day by lot: first what the estimates turn out to be, then the people. */
export function drawDay(assumptions: Assumptions, random: Random): DrawnDay {
  const hosts = Math.max(1, Math.round(drawn(assumptions.hosts, random)))
  const registered = Math.max(1, Math.round(drawn(assumptions.visitors, random)))
  const wishes = drawn(assumptions.wishes, random)
  const acceptance = Math.min(1, drawn(assumptions.acceptance, random))
  const noShows = Math.min(1, drawn(assumptions.noShows, random))
  const visitors = registered + Math.round(drawn(assumptions.walkIns, random))
  const { languages, bilingual } = assumptions
  const tongues = (count: number, side: 'hosts' | 'visitors'): number[] =>
    Array.from({ length: count }, () => (random.share() < bilingual ? any : tongue(languages, side, random)))
  const [ofHosts, ofVisitors] = [tongues(hosts, 'hosts'), tongues(visitors, 'visitors')]
  const pairsOf = (visitor: number): DrawnPair[] =>
    [...wished(hosts, poisson(wishes, random), random)]
      .filter(() => random.share() < acceptance)
      .map((host) => ({ host, visitor, foreign: !areSame(ofHosts[host] ?? any, ofVisitors[visitor] ?? any) }))
  const all = Array.from({ length: visitors }, (_, visitor) => pairsOf(visitor))
  return {
    ...{ hosts, registered, visitors },
    pairs: all.slice(0, registered).flat(),
    onTheSpot: all.slice(registered).flat(),
    absent: Array.from({ length: visitors }, (_, visitor) => visitor < registered && random.share() < noShows),
  }
}

const any = -1
const areSame = (one: number, other: number): boolean => one === any || other === any || one === other

/** Even between both ends: an organiser who says 40 give or take 10 means no more than that. */
const drawn = ({ expected, give }: Estimate, random: Random): number =>
  Math.max(0, expected * (1 + give * (2 * random.share() - 1)))

function tongue(languages: readonly LanguageShare[], side: 'hosts' | 'visitors', random: Random): number {
  let left = random.share() * languages.reduce((sum, one) => sum + one[side], 0)
  for (const [at, one] of languages.entries()) if ((left -= one[side]) < 0) return at
  return any
}

/** So many different hosts, the popular more often; all where as many are wished for. */
function wished(hosts: number, count: number, random: Random): Set<number> {
  const chosen = new Set<number>()
  const most = Math.min(count, hosts)
  for (let tried = 0; chosen.size < most && tried < most * 50; tried += 1)
    chosen.add(Math.floor(random.share() ** skew * hosts))
  return chosen
}

/** Knuth's way; the means are small. */
function poisson(mean: number, random: Random): number {
  const end = Math.exp(-mean)
  let count = 0
  for (let left = random.share(); left > end; left *= random.share()) count += 1
  return count
}
