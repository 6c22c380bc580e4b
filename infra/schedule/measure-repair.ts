import { Day, randomFrom, verify, type DayEvent, type Random } from '@enlace/scheduling'

import { quantile, rounded } from '../load/figures.ts'
import type { LargeRun } from './measure-large.ts'

const noShows = 100
const walkIns = 300

/** A large day that runs while people stay at home and others come unasked; the verifier looks after every event. */
export function measureRepair({ seed, instance, plan }: LargeRun) {
  const random = randomFrom(seed)
  const day = new Day(instance, plan)
  const absent = new Set<number>()
  const [wall, cpu]: [number[], number[]] = [[], []]
  let [placed, moved, unclean, lost] = [0, 0, 0, 0]
  const kinds = shuffled([...Array(noShows).fill('no-show'), ...Array(walkIns).fill('walk-in')] as Kind[], random)
  kinds.forEach((kind, at) => {
    day.advance(Math.floor((at / kinds.length) * instance.slots.length))
    const event = eventOf(kind, instance.participants.length, absent, random)
    const [start, before] = [performance.now(), process.cpuUsage()]
    const answer = day.apply(event)
    wall.push(performance.now() - start)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
    if (kind === 'walk-in') {
      moved += answer.changes.filter(({ from }) => from !== null).length
      placed += answer.lost.length === 0 ? 1 : 0
    } else lost += answer.lost.length
    if (verify(day.instance, day.plan).length > 0) unclean += 1
  })
  const figures = (samples: readonly number[]) => ({
    p50: rounded(quantile(samples, 0.5)),
    p99: rounded(quantile(samples, 0.99)),
    max: rounded(Math.max(...samples)),
  })
  return {
    seed,
    events: kinds.length,
    walkIns: { asked: walkIns, placed, moved, movedEach: rounded(moved / walkIns) },
    lost,
    unclean,
    wallMs: figures(wall),
    cpuMs: figures(cpu),
  }
}

type Kind = 'no-show' | 'walk-in'

function eventOf(kind: Kind, people: number, absent: Set<number>, random: Random): DayEvent {
  const present = (): number => {
    const one = random.below(people)
    return absent.has(one) ? present() : one
  }
  const participant = present()
  if (kind === 'no-show') {
    absent.add(participant)
    return { kind, participant }
  }
  let other = present()
  while (other === participant) other = present()
  return { kind, meeting: { participants: [participant, other], slots: null, places: null, pool: null, after: [] } }
}

const shuffled = <T>(items: readonly T[], random: Random): readonly T[] =>
  items
    .map((item) => ({ item, key: random.share() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
