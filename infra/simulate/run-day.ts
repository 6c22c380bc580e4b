import { setTimeout as sleep } from 'node:timers/promises'

import type { MeetingView } from '@enlace/contracts'
import type { MatchdayContent } from '@enlace/domain'
import type { Random } from '@enlace/scheduling'

import { codeOf } from './careful-person.ts'
import type { Firm } from './crowd.ts'
import { drawn, type Guest, type PreparedDay } from './prepare-day.ts'
import type { Acknowledged } from './verdict.ts'

/** The share of visitors that does not come; their meetings are missed. */
const noShows = 0.2
/** How many ask for a time at once, for the same pairs from both sides. */
const booking = 12
/** A pause after each thing that somebody does, so that the day lasts as long as the kills do. */
const pauseMs = { least: 20, more: 120 }

export type RanDay = {
  readonly absent: readonly Guest[]
  readonly acknowledged: readonly Acknowledged[]
  /** What was done, and how it was answered. */
  readonly done: Readonly<Record<string, number>>
}

/** What people do on a day that has a timetable, each until it is over. */
class Acting {
  readonly acknowledged: Acknowledged[] = []
  readonly done: Record<string, number> = {}
  readonly #day: PreparedDay
  readonly #random: Random
  readonly #over: () => boolean
  readonly #firmOf: ReadonlyMap<string, Firm>
  /** Pairs that had a time when the meetings were last read. */
  #timed = new Set<string>()

  constructor(day: PreparedDay, random: Random, over: () => boolean) {
    this.#day = day
    this.#random = random
    this.#over = over
    this.#firmOf = new Map([...day.hosts, ...day.visitors].map(({ id, firm }) => [id, firm]))
  }

  bookOnTheSpot = async (): Promise<void> => {
    while (!this.#over()) {
      // Mostly those that have no time yet; the others are told that they have one.
      const waiting = this.#day.agreed.filter(({ host, visitor }) => !this.#timed.has(`${host.id} ${visitor.id}`))
      const pair = this.#one(waiting.length > 0 && this.#random.share() < 0.8 ? waiting : this.#day.agreed)
      if (pair === undefined) return
      const [own, other] = this.#random.share() < 0.5 ? [pair.host, pair.visitor] : [pair.visitor, pair.host]
      await this.#act('book', own.firm, 'POST', '/meetings', { participantId: other.id })
    }
  }

  moveAbout = async (slots: number, places: MatchdayContent['places']): Promise<void> => {
    while (!this.#over()) {
      const meeting = this.#one(await this.#planned())
      if (meeting === undefined) return
      const to = { slot: this.#random.below(slots), place: this.#one(places)?.key }
      await this.#act('move', this.#day.agency, 'PUT', `/meetings/${meeting.id}/slot`, to)
    }
  }

  cancelSome = async (): Promise<void> => {
    for (; !this.#over(); await sleep(300)) {
      const meeting = this.#one(await this.#planned())
      const firm = this.#firmOf.get(meeting?.visitor.participantId ?? '')
      if (meeting === undefined || firm === undefined) return
      await this.#fallOut('called-off', firm, meeting.id)
    }
  }

  withdraw = async ({ firm }: Guest): Promise<void> => {
    await sleep(1500)
    await this.#act('withdraw', firm, 'POST', '/participation/withdraw', {})
  }

  passSlots = async (slots: number, away: ReadonlySet<string>): Promise<void> => {
    for (let slot = 0; slot < slots && !this.#over(); slot += 1)
      for (const { id, host, visitor, slot: own } of await this.#planned()) {
        const firm = this.#firmOf.get(host.participantId)
        if (own !== slot || firm === undefined) continue
        if (away.has(visitor.participantId)) await this.#fallOut('missed', firm, id)
        else await this.#act('held', firm, 'PUT', `/meetings/${id}/held`, {})
      }
  }

  #fallOut(kind: 'missed' | 'called-off', firm: Firm, meetingId: string): Promise<void> {
    return this.#act(kind, firm, 'POST', '/incidents', { report: { kind, meetingId } })
  }

  readonly #one = <T>(of: readonly T[]): T | undefined => of[this.#random.below(of.length)]

  async #planned(): Promise<readonly MeetingView[]> {
    const { agency, at } = this.#day
    const { items } = await agency.get<{ items: MeetingView[] }>('GET', `${at}/meetings`)
    const planned = items.filter(({ state }) => state === 'planned')
    this.#timed = new Set(planned.map(pairOf))
    return planned
  }

  async #act(what: string, firm: Firm, method: string, path: string, body: object): Promise<void> {
    const answer = await firm.ask(method, `${this.#day.at}${path}`, body)
    const named = `${what} ${answer.status < 300 ? 'done' : `${answer.status} ${codeOf(answer)}`}`
    this.done[named] = (this.done[named] ?? 0) + 1
    if (answer.status < 300 && path.startsWith('/meetings'))
      this.acknowledged.push(readAnswer(answer.body as MeetingView))
    await sleep(pauseMs.least + this.#random.below(pauseMs.more))
  }
}

/** Plays a day that has a timetable: all act at once, while the slots pass. */
export async function runDay(
  day: PreparedDay,
  { places, sessions }: MatchdayContent,
  random: Random,
  over: () => boolean,
): Promise<RanDay> {
  const slots = sessions.reduce((sum, { slotCount }) => sum + slotCount, 0)
  const absent = drawn(day.visitors, Math.round(day.visitors.length * noShows), random)
  const away = new Set(absent.map(({ id }) => id))
  const leaving = drawn(
    day.visitors.filter(({ id }) => !away.has(id)),
    1,
    random,
  )
  const acting = new Acting(day, random, over)
  await Promise.all([
    ...Array.from({ length: booking }, acting.bookOnTheSpot),
    ...leaving.map(acting.withdraw),
    acting.moveAbout(slots, places),
    acting.cancelSome(),
    acting.passSlots(slots, away),
  ])
  return { absent, acknowledged: acting.acknowledged, done: acting.done }
}

const pairOf = ({ host, visitor }: MeetingView): string => `${host.participantId} ${visitor.participantId}`

const readAnswer = ({ id, slot, place, state, sequence }: MeetingView): Acknowledged => ({
  ...{ id, slot, state, sequence },
  place: place.key,
})
