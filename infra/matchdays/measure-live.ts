import { setTimeout as sleep } from 'node:timers/promises'

import type { MeetingView } from '@enlace/contracts'
import { startServices, startTestHouse, Visitor, type TestHouse } from '@enlace/testing'
import postgres from 'postgres'

import { quantile, rounded } from '../load/figures.ts'
import { WatchingPage, type Shown } from './watching-page.ts'
import { makeCrowdedMatchday, type CrowdedMatchday } from './crowded-matchday.ts'

const changesPerSecond = 20
const openedAtOnce = 50
const dropEveryMs = 100
const patienceMs = 60_000

export type LiveOptions = {
  /** Firms at the matchday, each with a page open. */
  readonly sockets: number
  /** How long changes come while all is well; half as long again in each of three kinds of trouble. */
  readonly seconds: number
  /** How long it is left alone before anything is measured, until what loading and opening it left to tidy up is done. */
  readonly settleSeconds?: number
  /** Told to forget what a page is told, now and then: the verdict must notice. */
  readonly deaf?: boolean
  readonly say: (progress: string) => void
}

/** Moves meetings to free places, so many a second, whether answers come or not. */
class Mover {
  readonly sent = new Map<string, number>()
  readonly refused = new Map<number, number>()
  acknowledged = 0
  readonly #agency: Visitor
  readonly #day: CrowdedMatchday
  readonly #meetings: MeetingView[]
  readonly #free: string[][]
  #next = 0

  constructor(agency: Visitor, day: CrowdedMatchday, meetings: readonly MeetingView[]) {
    this.#agency = agency
    this.#day = day
    this.#meetings = [...meetings]
    this.#free = Array.from({ length: day.slots }, (_, slot) => {
      const taken = new Set(meetings.filter((one) => one.slot === slot).map(({ place }) => place.key))
      return Array.from({ length: day.places }, (__, at) => `t${at}`).filter((key) => !taken.has(key))
    })
  }

  async #move(): Promise<void> {
    const at = (this.#next * 7919) % this.#meetings.length
    const meeting = this.#meetings[at]
    this.#next += 1
    const place = meeting === undefined ? undefined : this.#free[meeting.slot]?.shift()
    if (meeting === undefined || place === undefined) return
    const from = performance.now()
    const { status, body } = await this.#agency
      .call('PUT', `/api/matchdays/${this.#day.id}/meetings/${meeting.id}/slot`, { slot: meeting.slot, place })
      .catch(() => ({ status: 0, body: null }))
    if (status !== 200) return void this.refused.set(status, (this.refused.get(status) ?? 0) + 1)
    const moved = body as MeetingView
    this.acknowledged += 1
    this.#free[meeting.slot]?.push(meeting.place.key)
    this.#meetings[at] = moved
    this.sent.set(`${moved.id} ${moved.sequence}`, from)
  }

  async during(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1000
    const moves: Promise<void>[] = []
    for (let due = performance.now(); due < end; due += 1000 / changesPerSecond) {
      await sleep(Math.max(0, due - performance.now()))
      moves.push(this.#move())
    }
    await Promise.all(moves)
  }
}

async function openPages(house: TestHouse, day: CrowdedMatchday): Promise<WatchingPage[]> {
  const pages: WatchingPage[] = []
  const { firms } = day
  for (let from = 0; from < firms.length; from += openedAtOnce) {
    const opened = firms.slice(from, from + openedAtOnce).map((firm) => new WatchingPage(house.url, day.id, firm))
    pages.push(...opened)
    await Promise.all(opened.map(({ ready }) => ready))
  }
  return pages
}

/** Drops connections at random until it is told to end. */
function drop(pages: readonly WatchingPage[]): () => void {
  const timer = setInterval(() => {
    for (let n = 0; n < Math.ceil(pages.length / 100); n += 1)
      pages[Math.floor(Math.random() * pages.length)]?.live.drop()
  }, dropEveryMs)
  return () => clearInterval(timer)
}

type Truth = Shown & { readonly firms: readonly string[] }
/** How many pages show something else than the database holds. */
function wrongPages(pages: readonly WatchingPage[], firms: readonly string[], truth: readonly Truth[]): number {
  const own = new Map(firms.map((firm) => [firm, [] as Truth[]]))
  for (const meeting of truth) for (const firm of meeting.firms) own.get(firm)?.push(meeting)
  return pages.filter((page, at) => {
    const mine = own.get(firms[at] ?? '') ?? []
    return (
      mine.length !== page.shown.size ||
      mine.some(({ id, slot, place, state, sequence }) => {
        const shown = page.shown.get(id)
        return (
          JSON.stringify([slot, place, state, sequence]) !==
          JSON.stringify(shown === undefined ? [] : [shown.slot, shown.place, shown.state, shown.sequence])
        )
      })
    )
  }).length
}

/** How many pages are still wrong after so many ms; fewer are waited for, until none is. */
async function wrongAtLast(
  pages: readonly WatchingPage[],
  firms: readonly string[],
  truth: readonly Truth[],
  patience: number,
): Promise<number> {
  const end = performance.now() + patience
  let wrong = wrongPages(pages, firms, truth)
  while (wrong > 0 && performance.now() < end) {
    await sleep(100)
    wrong = wrongPages(pages, firms, truth)
  }
  return wrong
}

/** Measures how soon a change of a crowded matchday is on the pages it concerns, and whether all are right after trouble. */
export async function measureLive({ sockets, seconds, settleSeconds = 0, deaf = false, say }: LiveOptions) {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, environment: { LOG_LEVEL: 'warn' } })
  const owner = postgres(services.postgres.url, { max: 2, onnotice: () => undefined })
  try {
    say(`a matchday of ${sockets} firms`)
    const day = await makeCrowdedMatchday(house, sockets)
    const firms = day.firms.map(({ organisationId }) => organisationId)
    const agency = new Visitor(house.url, day.agency.cookie)
    const { items } = (await agency.call('GET', `/api/matchdays/${day.id}/meetings`)).body as { items: MeetingView[] }
    const mover = new Mover(agency, day, items)
    say(`${items.length} meetings; opening ${sockets} pages`)
    const pages = await openPages(house, day)
    if (deaf) for (const page of pages.slice(0, 5)) page.live.close()

    const seen: { readonly key: string; readonly at: number }[] = []
    for (const page of pages)
      page.onNewer = ({ id, sequence }) => void seen.push({ key: `${id} ${sequence}`, at: performance.now() })
    await sleep(settleSeconds * 1000)
    say('changes')
    await mover.during(seconds)
    await sleep(2000)
    const toScreenMs = seen.flatMap(({ key, at }) => {
      const from = mover.sent.get(key)
      return from === undefined ? [] : [at - from]
    })
    const calm = mover.acknowledged

    say('changes while connections drop')
    const stop = drop(pages)
    await mover.during(seconds / 2)
    stop()
    say('changes while the realtime process is killed')
    await Promise.all([mover.during(seconds / 2), house.processes.realtime.kill()])
    say('changes while the numbering begins anew')
    const renumber = owner`update live_epoch set epoch = gen_random_uuid()::text`
    await Promise.all([mover.during(seconds / 2), renumber])

    const truth = await owner<Truth[]>`
      select meetings.id, slot, place, meetings.state, sequence, array[host.organisation_id, visitor.organisation_id]::text[] as firms
      from matchday_meetings as meetings join matchday_participants as host on host.id = host_id
        join matchday_participants as visitor on visitor.id = visitor_id
      where meetings.matchday_id = ${day.id}`
    const from = performance.now()
    const wrong = await wrongAtLast(pages, firms, truth, deaf ? 5000 : patienceMs)
    for (const page of wrong > 0
      ? pages.filter((one, at) => wrongPages([one], [firms[at] ?? ''], truth) > 0).slice(0, 5)
      : [])
      say(`wrong: connected ${page.live.isConnected}, ${page.live.connections} connections, reading ${page.reading}`)
    const sum = (of: (page: WatchingPage) => number): number => pages.reduce((total, page) => total + of(page), 0)
    for (const page of pages) page.live.close()
    const [p50, p99] = [quantile(toScreenMs, 0.5), quantile(toScreenMs, 0.99)]
    return {
      sockets,
      meetings: items.length,
      changes: { calm, inAll: mover.acknowledged, refused: Object.fromEntries(mover.refused) },
      toScreenMs: { p50: rounded(p50), p99: rounded(p99), ratio: rounded(p99 / p50), n: toScreenMs.length },
      connections: sum(({ live }) => live.connections),
      gapsFoundAndClosed: sum(({ live }) => live.gaps),
      reads: sum(({ reads }) => reads),
      readsRepeated: sum(({ failed }) => failed),
      allRightAfterMs: wrong === 0 ? Math.round(performance.now() - from) : null,
      wrongPages: wrong,
    }
  } finally {
    await owner.end()
    await house.stop()
    await services.stop()
  }
}
