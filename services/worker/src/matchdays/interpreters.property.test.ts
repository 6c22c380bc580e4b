import {
  asId,
  asItIs,
  type MatchdayContent,
  type MatchdayInterpreterId,
  type MatchdayParticipantId,
} from '@enlace/domain'
import type { BookedMeeting, PlanBasis } from '@enlace/database'
import { randomFrom, searchInPieces, inSteps, verify } from '@enlace/scheduling'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { choosePairs } from './choose-pairs.ts'
import { instanceOf, readPlan } from './timetable.ts'

const content: MatchdayContent = {
  ...{ title: '', text: '', language: 'en', venue: '', timeZone: 'UTC' },
  sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 0 }],
  places: ['t1', 't2', 't3'].map((key) => ({ key, name: key, kind: 'table', zone: 'A' })),
  ...{ walkingMinutes: 0, mostMeetings: 60 },
}
const languages = ['es', 'en', 'pt', 'fr']
const away = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 })
const firm = fc.record({ languages: fc.uniqueArray(fc.constantFrom(...languages), { maxLength: 2 }), away })
const interpreter = fc.record({
  languages: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 2, maxLength: 2 }),
  away,
})
/** A small matchday at which everybody agreed with everybody of the other side. */
const basis = fc
  .record({
    hosts: fc.array(firm, { minLength: 1, maxLength: 4 }),
    visitors: fc.array(firm, { minLength: 1, maxLength: 6 }),
    interpreters: fc.array(interpreter, { maxLength: 4 }),
  })
  .map(({ hosts, visitors, interpreters }): PlanBasis => {
    const of = (side: 'host' | 'visitor') => (one: (typeof hosts)[number], at: number) => ({
      ...one,
      absences: 0,
      type: null,
      id: asId<MatchdayParticipantId>(`${side} ${at}`),
      side,
    })
    const [ours, theirs] = [hosts.map(of('host')), visitors.map(of('visitor'))]
    return {
      ...{
        planId: asId('plan'),
        organisationId: asId('agency'),
        content,
        seconds: 1,
        assumed: asItIs,
        participants: [...ours, ...theirs],
      },
      ...{ neverWith: [], shut: [], kept: [], balances: new Map() },
      pairs: ours.flatMap(({ id: hostId }) =>
        theirs.map(
          ({ id: visitorId }) =>
            ({ hostId, visitorId, hostWish: 'meet', visitorWish: 'meet', metBefore: false }) as const,
        ),
      ),
      interpreters: interpreters.map((one, at) => ({
        ...{ ...one, id: asId<MatchdayInterpreterId>(`interpreter ${at}`), name: `I${at}` },
      })),
    }
  })

/** What is wrong with the languages of meetings, told apart from all that plans them. */
function faultsOf({ participants, interpreters }: PlanBasis, meetings: readonly BookedMeeting[]): string[] {
  const spoken = (id: MatchdayParticipantId) => participants.find((one) => one.id === id)?.languages ?? []
  const faults: string[] = []
  const seen = new Set<string>()
  for (const { hostId, visitorId, slot, interpreterId } of meetings) {
    const [ours, theirs] = [spoken(hostId), spoken(visitorId)]
    const shared = ours.length === 0 || theirs.length === 0 || ours.some((one) => theirs.includes(one))
    if (interpreterId === undefined || interpreterId === null) {
      if (!shared) faults.push('nobody interprets')
      continue
    }
    const who = interpreters.find(({ id }) => id === interpreterId)
    const [a = '', b = ''] = who?.languages ?? []
    if (!((ours.includes(a) && theirs.includes(b)) || (ours.includes(b) && theirs.includes(a))))
      faults.push('wrong one')
    if (who?.away.includes(slot) !== false) faults.push('away')
    if (seen.has(`${interpreterId} ${slot}`)) faults.push('in two places')
    seen.add(`${interpreterId} ${slot}`)
  }
  return faults
}

async function planOf(asked: PlanBasis) {
  const { basis: chosen, over } = await choosePairs(asked)
  const instance = instanceOf(chosen)
  let best = null
  for (const found of searchInPieces(instance, { random: randomFrom(1), budget: inSteps(300) })) best = found ?? best
  const plan = best?.plan()
  if (plan === undefined) throw new Error('there is no plan')
  expect(verify(instance, plan)).toEqual([])
  const { meetings, without } = readPlan(chosen, plan)
  return { meetings, unplaced: [...without, ...over] }
}

describe('a timetable with interpreters', () => {
  it('holds no meeting without a language in common or an interpreter, who is in one place at a time', async () => {
    await fc.assert(
      fc.asyncProperty(basis, async (asked) => {
        const { meetings, unplaced } = await planOf(asked)
        expect(faultsOf(asked, meetings)).toEqual([])
        expect(meetings.length + unplaced.length).toBe(asked.pairs.length)
      }),
      { numRuns: 60 },
    )
  })

  it('is found wanting where one is taken away, sits twice, or is away', async () => {
    const [given] = fc.sample(basis, { numRuns: 1, seed: 1 })
    if (given === undefined) throw new Error('nothing was made')
    const id = (at: number) => asId<MatchdayInterpreterId>(`interpreter ${at}`)
    const people = (side: 'host' | 'visitor', language: string) =>
      [0, 1].map((at) => ({
        ...{
          id: asId<MatchdayParticipantId>(`${side} ${at}`),
          side,
          type: null,
          away: [],
          languages: [language],
          absences: 0,
        },
      }))
    const asked: PlanBasis = {
      ...given,
      participants: [...people('host', 'en'), ...people('visitor', 'es')],
      pairs: [0, 1].map((at) => ({
        hostId: asId<MatchdayParticipantId>(`host ${at}`),
        visitorId: asId<MatchdayParticipantId>(`visitor ${at}`),
        ...({ hostWish: 'meet', visitorWish: 'meet', metBefore: false } as const),
      })),
      interpreters: [0, 1].map((at) => ({ id: id(at), name: '', languages: ['es', 'en'], away: at === 1 ? [3] : [] })),
    }
    const { meetings } = await planOf(asked)
    expect(meetings.length).toBe(2)
    expect(faultsOf(asked, meetings)).toEqual([])
    const all = (change: Partial<BookedMeeting>) =>
      faultsOf(
        asked,
        meetings.map((one) => ({ ...one, ...change })),
      )
    expect(all({ interpreterId: null })).toEqual(['nobody interprets', 'nobody interprets'])
    expect(all({ interpreterId: id(0), slot: 2 })).toEqual(['in two places'])
    expect(all({ interpreterId: id(1), slot: 3 })).toContain('away')
  })
})
