import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { InterpreterView } from '@enlace/contracts'

import { meetingsOf, report, told } from '../../test/incident-day.ts'
import { MatchdayRun, meetTheBuyers } from '../../test/matchday-people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const slots = (slotCount: number) => ({ sessions: [{ ...meetTheBuyers.sessions[0], slotCount }] })

describe('a repair', () => {
  /** A buyer meets a supplier in each of the two slots there are; whoever comes first is late. */
  const full = async (locked: boolean) => {
    const run = await MatchdayRun.open(api, slots(2))
    const { buyer, one, two } = await run.three()
    await run.publish([
      { hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' },
      { hostId: buyer.id, visitorId: two.id, slot: 1, place: 't1' },
    ])
    const [, second] = await meetingsOf(run, buyer)
    if (locked) await run.agency.client.put(`${run.at}/meetings/${second?.id}/lock`, { locked: true })
    return told(await report(run, run.agency, { kind: 'late', participantId: one.id, minutes: 20 }))
  }
  const inOrder = (changes: readonly unknown[]): unknown[] =>
    changes.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))

  it('lets another meeting give way where it may', async () => {
    expect(inOrder(await full(false))).toEqual([
      ['moved', 0, 1, null],
      ['moved', 1, 0, null],
    ])
  })

  it('lets a locked meeting stay, and says what is lost for it', async () => {
    expect(await full(true)).toEqual([['lost', 0, null, 'person-twice']])
  })

  it('moves a meeting to where its interpreter is there too', async () => {
    const moved = async (away: readonly number[]): Promise<unknown> => {
      const run = await MatchdayRun.open(api, slots(4))
      const [host, visitor] = [
        await run.attendee('buyer', { languages: ['en'] }),
        await run.attendee('supplier', { languages: ['es'] }),
      ]
      const interpreter = { name: 'Rosa Quispe', languages: ['es', 'en'], away }
      const rosa = (await run.agency.client.post(`${run.at}/interpreters`, interpreter)).body as InterpreterView
      await run.publish([{ hostId: host.id, visitorId: visitor.id, slot: 0, place: 't1', interpreterId: rosa.id }])
      return told(await report(run, run.agency, { kind: 'late', participantId: visitor.id, minutes: 20 }))
    }
    expect(await moved([])).toEqual([['moved', 0, 1, null]])
    expect(await moved([1, 2])).toEqual([['moved', 0, 3, null]])
    expect(await moved([1, 2, 3])).toEqual([['lost', 0, null, 'pool-overdrawn']])
  })
})
