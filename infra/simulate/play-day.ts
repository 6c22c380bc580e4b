import { setTimeout as sleep } from 'node:timers/promises'

import type { MatchdayView, MeetingView } from '@enlace/contracts'
import { slotsOf, type MatchdayContent } from '@enlace/domain'
import { randomFrom } from '@enlace/scheduling'

import { compareRepair, type RepairFigures } from './compare-repair.ts'
import { Follower } from './follower.ts'
import { killEach } from './kills.ts'
import { isChanging, sizeOf } from './made-up-day.ts'
import { judgePages } from './judge-pages.ts'
import { openDay, publishDay, type PreparedDay } from './prepare-day.ts'
import { runDay, type RanDay } from './run-day.ts'
import type { Stage } from './stage.ts'
import { lostOf, overlapsOf, type KeptMeeting } from './verdict.ts'

/** Ways to break the product or the simulation, so that the verdict is seen to be bad. */
export const breaks = ['bookings', 'live', 'writes'] as const
export type Break = (typeof breaks)[number]

export type DayOptions = {
  readonly seed: number
  readonly participants: number
  readonly killEveryMs: number
  readonly broken: Break | null
  readonly say: (progress: string) => void
}

export type DayVerdict = {
  readonly seed: number
  readonly good: boolean
  readonly zone: string
  readonly clockChanges: boolean
  readonly hosts: number
  readonly visitors: number
  readonly tables: number
  readonly agreed: number
  readonly meetings: number
  readonly overlaps: readonly string[]
  /** Pages that are connected and do not show what the database has after all is quiet. */
  readonly silentGaps: readonly string[]
  /** Pages that are not connected again by then; they know it. */
  readonly notBack: readonly string[]
  readonly lostWrites: readonly string[]
  readonly serverFaults: number
  readonly firstFaults: readonly string[]
  readonly requests: number
  readonly repeated: number
  readonly connections: number
  readonly gapsClosed: number
  readonly killed: readonly string[]
  readonly done: Readonly<Record<string, number>>
  readonly repair: RepairFigures
  readonly seconds: number
}

/** How long pages may take to show what became of a day after its last answer. */
const quietMs = 30_000
/** The same where the pages are not to be waited for, as something is broken. */
const brokenMs = 1000
const dropEveryMs = 700
/** How many firms have a page open all day. */
const watching = 10

/** Plays a whole matchday on real services and processes, breaks them meanwhile, and says what came of it. */
export async function playDay(
  stage: Stage,
  { seed, participants, killEveryMs, broken, say }: DayOptions,
): Promise<DayVerdict> {
  const { house, owner, openCrowd } = stage
  const from = performance.now()
  const random = randomFrom(seed)
  const size = sizeOf(participants)
  const crowd = openCrowd()
  const followers: Follower[] = []
  try {
    const day = await openDay(crowd, seed, size, random)
    const told = (what: string): void => say(`${Math.round(performance.now() - from)} ms: ${what}`)
    told(`seed ${seed}: ${size.hosts} buyers and ${size.visitors} suppliers, ${day.agreed.length} pairs agreed`)
    for (const { firm } of [{ firm: day.agency }, ...day.hosts, ...day.visitors].slice(0, watching))
      followers.push(new Follower(firm, day.id))
    await publishDay(day, () => (seed % 2 === 0 ? Promise.resolve() : house.processes.worker.kill()))
    told('published')
    const published = await day.agency.get<{ items: MeetingView[] }>('GET', `${day.at}/meetings`)
    const { content } = await day.agency.get<MatchdayView>('GET', day.at)
    for (const follower of followers) follower.deaf = broken === 'live'
    if (broken === 'bookings') await owner`drop trigger if exists matchday_meetings_book on matchday_meetings`
    if (broken === 'bookings') await owner`delete from matchday_bookings`

    const { ran, killed } = await underKills(stage, seed, killEveryMs, followers, (over) =>
      runDay(day, content, random, over),
    )
    told('over')
    if (broken === 'writes') await owner`delete from matchday_meetings where id = ${ran.acknowledged.at(-1)?.id ?? ''}`
    const meetings = await owner<KeptMeeting[]>`
      select id, host_id as host, visitor_id as visitor, place, slot, state, sequence
      from matchday_meetings where matchday_id = ${day.id}`
    const pages = await judgePages(followers, day, meetings, broken === null ? quietMs : brokenMs)
    told('quiet')
    const overlaps = overlapsOf(meetings, slotsOf(content) ?? [])
    const lostWrites = lostOf(ran.acknowledged, meetings)
    const { answers } = crowd
    const bad = [overlaps, pages.silentGaps, pages.notBack, lostWrites].some(({ length }) => length > 0)
    return {
      ...{ seed, good: !bad && answers.serverFaults === 0 },
      ...{ zone: content.timeZone, clockChanges: isChanging(seed) },
      ...{ hosts: size.hosts, visitors: size.visitors, tables: size.tables, agreed: day.agreed.length },
      ...{ meetings: meetings.length, overlaps, lostWrites, ...pages },
      ...{ serverFaults: answers.serverFaults, firstFaults: answers.faults },
      requests: [...answers.statuses.values()].reduce((sum, count) => sum + count, 0),
      repeated: answers.repeated,
      connections: followers.reduce((sum, one) => sum + one.connections, 0),
      gapsClosed: followers.reduce((sum, one) => sum + one.gapsClosed, 0),
      ...{ killed, done: ran.done },
      repair: repairOf(day, content, published.items, ran, seed),
      seconds: Math.round((performance.now() - from) / 100) / 10,
    }
  } finally {
    for (const follower of followers) follower.close()
    await crowd.close()
  }
}

/** Lets a day run while each part is killed and pages lose their connections; it is over when all were killed. */
async function underKills(
  { house, services }: Stage,
  seed: number,
  everyMs: number,
  followers: readonly Follower[],
  run: (over: () => boolean) => Promise<RanDay>,
): Promise<{ readonly ran: RanDay; readonly killed: readonly string[] }> {
  // What is drawn by lot while all act at once differs from run to run, so each has numbers of its own.
  const random = randomFrom(seed + 1)
  let over = false
  const dropping = (async () => {
    for (; !over; await sleep(dropEveryMs)) followers[random.below(followers.length)]?.drop()
  })()
  const killing = killEach(house, services, { random: randomFrom(seed + 2), everyMs }).finally(() => {
    over = true
  })
  const ran = await run(() => over)
  const killed = await killing
  await dropping
  return { ran, killed }
}

/** The same timetable, mended and not. */
function repairOf(
  day: PreparedDay,
  content: MatchdayContent,
  published: readonly MeetingView[],
  { absent }: RanDay,
  seed: number,
): RepairFigures {
  const booked = published.map(({ host, visitor, slot, place }) => ({
    ...{ host: host.participantId, visitor: visitor.participantId, slot, place: place.key },
  }))
  const timed = new Set(booked.map(({ host, visitor }) => `${host} ${visitor}`))
  const waiting = day.agreed
    .map(({ host, visitor }) => ({ host: host.id, visitor: visitor.id }))
    .filter(({ host, visitor }) => !timed.has(`${host} ${visitor}`))
  const gone = absent.map(({ id }) => id)
  return compareRepair(content, booked, waiting, gone, randomFrom(seed + 3))
}
