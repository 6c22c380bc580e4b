import { setTimeout as sleep } from 'node:timers/promises'

import type { MatchdayParticipantView, MatchdayPlan, MatchdayView } from '@enlace/contracts'
import type { OrganisationKind } from '@enlace/domain'
import type { Random } from '@enlace/scheduling'

import type { Answers } from './careful-person.ts'
import type { Firm } from './crowd.ts'
import { inLanes } from './lanes.ts'
import { accepted, contentOf, type DaySize } from './made-up-day.ts'

/** A firm at the day, by the id it takes part under. */
export type Guest = { readonly firm: Firm; readonly id: string }
export type Pair = { readonly host: Guest; readonly visitor: Guest }

/** A day whose timetable is published. */
export type PreparedDay = {
  readonly at: string
  readonly id: string
  readonly agency: Firm
  readonly hosts: readonly Guest[]
  readonly visitors: readonly Guest[]
  /** Pairs that both want to meet. */
  readonly agreed: readonly Pair[]
}

type Crowd = { readonly answers: Answers; readonly firm: (kind: OrganisationKind, name: string) => Promise<Firm> }

const lanes = 8
const patienceMs = 60_000

/** An agency sets up a day, firms register and are let in, and say whom they want to meet. */
export async function openDay(crowd: Crowd, seed: number, size: DaySize, random: Random): Promise<PreparedDay> {
  const agency = await crowd.firm('agency', `Agency ${seed}`)
  const { id } = await agency.get<MatchdayView>('POST', '/api/matchdays', { content: contentOf(seed, size, random) })
  const at = `/api/matchdays/${id}`
  await agency.get('POST', `${at}/state`, { to: 'open' })
  const come = async (kind: 'buyer' | 'supplier', number: number): Promise<Guest> => {
    const firm = await crowd.firm(kind, `${kind} ${number}`)
    const own = await firm.get<MatchdayParticipantView>('PUT', `${at}/participation`, {})
    await agency.get('PUT', `${at}/participants/${own.id}`, { state: 'admitted' })
    return { firm, id: own.id }
  }
  const hosts = await inLanes(
    lanes,
    Array.from({ length: size.hosts }, (_, n) => () => come('buyer', n)),
  )
  const visitors = await inLanes(
    lanes,
    Array.from({ length: size.visitors }, (_, n) => () => come('supplier', n)),
  )
  const agreed: Pair[] = []
  const asked = visitors.flatMap((visitor) =>
    drawn(hosts, size.wishes, random).map((host) => ({ visitor, host, yes: random.share() < accepted })),
  )
  await inLanes(
    lanes,
    asked.map(({ visitor, host, yes }) => async () => {
      await visitor.firm.get('PUT', `${at}/wishes/${host.id}`, { wish: 'meet' })
      await host.firm.get('PUT', `${at}/wishes/${visitor.id}`, { wish: yes ? 'meet' : 'no' })
      if (yes) agreed.push({ host, visitor })
    }),
  )
  return { at, id, agency, hosts, visitors, agreed }
}

/** Has the worker make a timetable, while something may be done to it, and publishes it. */
export async function publishDay(
  { at, agency }: PreparedDay,
  meanwhile: () => Promise<unknown>,
): Promise<MatchdayPlan> {
  const { id } = await agency.get<MatchdayPlan>('POST', `${at}/plans`, {})
  await meanwhile()
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(100)) {
    const plan = (await agency.get<MatchdayView>('GET', at)).plans.find((one) => one.id === id)
    if (plan === undefined || plan.state === 'asked') continue
    await agency.get('POST', `${at}/plans/${id}/publish`, {})
    return plan
  }
  throw new Error('the worker made no timetable')
}

/** So many of them, each once. */
export function drawn<T>(from: readonly T[], count: number, random: Random): T[] {
  const left = [...from]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.below(left.length), 1)).flat()
}
