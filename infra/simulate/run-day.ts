import { setTimeout as sleep } from 'node:timers/promises'

import type { MeetingView } from '@enlace/contracts'
import type { MatchdayContent } from '@enlace/domain'
import type { Random } from '@enlace/scheduling'

import { codeOf } from './careful-person.ts'
import type { Firm } from './crowd.ts'
import { drawn, type Guest, type Pair, type PreparedDay } from './prepare-day.ts'
import type { Acknowledged } from './verdict.ts'

/** The share of visitors that does not come; their meetings are missed. */
export const noShows = 0.2
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

/** Plays a day that has a timetable: all act at once, while the slots pass. */
export async function runDay(
  day: PreparedDay,
  { places, sessions }: MatchdayContent,
  random: Random,
  over: () => boolean,
): Promise<RanDay> {
  const slots = sessions.reduce((sum, { slotCount }) => sum + slotCount, 0)
  const acknowledged: Acknowledged[] = []
  const done: Record<string, number> = {}
  const act = async (what: string, firm: Firm, method: string, path: string, body: object): Promise<void> => {
    const answer = await firm.ask(method, `${day.at}${path}`, body)
    const named = `${what} ${answer.status < 300 ? 'done' : `${answer.status} ${codeOf(answer)}`}`
    done[named] = (done[named] ?? 0) + 1
    if (answer.status < 300 && path.startsWith('/meetings')) acknowledged.push(readAnswer(answer.body as MeetingView))
    await sleep(pauseMs.least + random.below(pauseMs.more))
  }
  const planned = async (): Promise<readonly MeetingView[]> =>
    (await day.agency.get<{ items: MeetingView[] }>('GET', `${day.at}/meetings`)).items.filter(
      ({ state }) => state === 'planned',
    )
  const absent = drawn(day.visitors, Math.round(day.visitors.length * noShows), random)
  const away = new Set(absent.map(({ id }) => id))
  const coming = day.visitors.filter(({ id }) => !away.has(id))
  const firmOf = new Map([...day.hosts, ...day.visitors].map(({ id, firm }) => [id, firm]))

  let meeting = new Set((await planned()).map(pairOf))
  const waiting = (): readonly Pair[] =>
    day.agreed.filter(({ host, visitor }) => !meeting.has(`${host.id} ${visitor.id}`))
  const bookOnTheSpot = async (): Promise<void> => {
    while (!over()) {
      // Mostly those that have no time yet; the others are told that they have one.
      const from = random.share() < 0.8 ? waiting() : day.agreed
      const pair: Pair | undefined = from[random.below(from.length)]
      if (pair === undefined) continue
      const [own, other] = random.share() < 0.5 ? [pair.host, pair.visitor] : [pair.visitor, pair.host]
      await act('book', own.firm, 'POST', '/meetings', { participantId: other.id })
    }
  }
  const moveAbout = async (): Promise<void> => {
    while (!over()) {
      const all = await planned()
      const one = all[random.below(all.length)]
      if (one === undefined) return
      const to = { slot: random.below(slots), place: places[random.below(places.length)]?.key }
      await act('move', day.agency, 'PUT', `/meetings/${one.id}/slot`, to)
    }
  }
  const cancelSome = async (): Promise<void> => {
    while (!over()) {
      const all = await planned()
      meeting = new Set(all.map(pairOf))
      const one = all[random.below(all.length)]
      const firm = one === undefined ? undefined : firmOf.get(one.visitor.participantId)
      if (one === undefined || firm === undefined) return
      await act('cancel', firm, 'PUT', `/meetings/${one.id}/state`, { state: 'cancelled', note: 'Another time.' })
      await sleep(300)
    }
  }
  const withdraw = async (): Promise<void> => {
    for (const { firm } of drawn(coming, 1, random)) {
      await sleep(1500)
      await act('withdraw', firm, 'POST', '/participation/withdraw', {})
    }
  }
  const passSlots = async (): Promise<void> => {
    for (let slot = 0; slot < slots && !over(); slot += 1)
      for (const { id, host, visitor, slot: own } of await planned()) {
        const firm = firmOf.get(host.participantId)
        if (own !== slot || firm === undefined) continue
        const state = away.has(visitor.participantId) ? 'missed' : 'held'
        await act(state, firm, 'PUT', `/meetings/${id}/state`, { state })
      }
  }
  await Promise.all([
    ...Array.from({ length: booking }, bookOnTheSpot),
    moveAbout(),
    cancelSome(),
    withdraw(),
    passSlots(),
  ])
  return { absent, acknowledged, done }
}

const pairOf = ({ host, visitor }: MeetingView): string => `${host.participantId} ${visitor.participantId}`

const readAnswer = ({ id, slot, place, state, sequence }: MeetingView): Acknowledged => ({
  ...{ id, slot, state, sequence },
  place: place.key,
})
