import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DoorView, MeetingView, OperationFate, WornBadge } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import type { OperationDeed } from '@enlace/domain'
import { makeOrganisation } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const day = '2030-05-06'

/** A device of somebody: what it does waits until it is sent. */
class Device {
  readonly signed: Signed
  readonly run: MatchdayRun
  /** How far its clock is ahead of the server's. */
  readonly aheadMs: number
  readonly waiting: { id: string; deviceAt: string; offsetMs: number; deed: OperationDeed }[] = []

  constructor(run: MatchdayRun, signed: Signed, aheadMs = 0) {
    this.run = run
    this.signed = signed
    this.aheadMs = aheadMs
  }

  /** Does something at an instant of the server's clock. */
  do(at: number, deed: OperationDeed): string {
    const id = uuidv7()
    const deviceAt = new Date(at + this.aheadMs).toISOString()
    this.waiting.push({ id, deviceAt, offsetMs: -this.aheadMs, deed })
    return id
  }

  async send(): Promise<Map<string, OperationFate>> {
    const answer = await this.signed.client.post(`${this.run.at}/operations`, { operations: this.waiting })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return this.fates()
  }

  async fates(): Promise<Map<string, OperationFate>> {
    const { body } = await this.signed.client.get(`${this.run.at}/operations`)
    return new Map((body as { items: OperationFate[] }).items.map((fate) => [fate.id, fate]))
  }
}

const meetingsOf = async (run: MatchdayRun): Promise<MeetingView[]> =>
  ((await run.agency.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }).items
const doorOf = async (run: MatchdayRun): Promise<DoorView> => (await run.agency.client.get(`${run.at}/door`)).body
const fateOf = (fates: Map<string, OperationFate>, id: string): unknown[] => {
  const fate = fates.get(id)
  return [fate?.outcome, fate?.reason]
}

/** A published matchday at which a buyer meets two suppliers. */
async function published() {
  const run = await MatchdayRun.open(api)
  const firms = await run.three()
  const { buyer, one, two } = firms
  await run.agree(buyer, one)
  await run.agree(buyer, two)
  const host = { hostId: buyer.id, place: 't1' }
  await run.publish([
    { ...host, visitorId: one.id, slot: 0 },
    { ...host, visitorId: two.id, slot: 1 },
  ])
  const meetings = await meetingsOf(run)
  const meetingOf = ({ id }: Attendee) => {
    const found = meetings.find(({ visitor }) => visitor.participantId === id)
    if (found === undefined) throw new Error('no meeting')
    return found.id
  }
  return { run, ...firms, first: meetingOf(one), second: meetingOf(two) }
}

const checkIn = ({ id: participantId }: Pick<Attendee, 'id'>): OperationDeed => ({
  ...{ kind: 'check-in', participantId, day, meetingId: null, badgeId: null },
})

describe('badges', () => {
  it('are seen by their wearer again and again, and refused from when they were replaced on', async () => {
    const { run, buyer, one } = await published()
    const badge = (await one.client.post(`${run.at}/badges`, { holder: 'Ana' })).body as WornBadge
    expect(badge).toMatchObject({ number: 1, holder: 'Ana', voidAt: null, participantId: one.id })
    const own = (await one.client.get(`${run.at}/badges`)).body as { items: WornBadge[] }
    expect(own.items).toEqual([badge])
    expect(((await buyer.client.get(`${run.at}/badges`)).body as { items: unknown[] }).items).toEqual([])
    const device = new Device(run, run.agency)
    const before = Date.now()
    const again = { participantId: one.id, holder: 'Ana', replaces: badge.id }
    const other = (await run.agency.client.post(`${run.at}/badges`, again)).body as WornBadge
    expect([other.number, other.token === badge.token]).toEqual([2, false])
    expect(codeOf(await run.agency.client.post(`${run.at}/badges`, again))).toEqual([409, 'badge.void'])
    const early = device.do(before - 1000, { ...checkIn(one), badgeId: badge.id } as OperationDeed)
    const late = device.do(Date.now(), { ...checkIn(one), badgeId: badge.id } as OperationDeed)
    const good = device.do(Date.now(), { ...checkIn(one), badgeId: other.id } as OperationDeed)
    const stolen = device.do(Date.now(), { ...checkIn(buyer), badgeId: other.id } as OperationDeed)
    const fates = await device.send()
    expect([early, late, good, stolen].map((id) => fateOf(fates, id))).toEqual([
      ['applied', null],
      ['refused', 'badge.void'],
      ['applied', null],
      ['refused', 'thing.not-found'],
    ])
    const door = await doorOf(run)
    expect(door.badges.map(({ number, voidAt }) => [number, voidAt === null])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(JSON.stringify(door)).not.toContain(other.token)
  })
})

describe('operations', () => {
  it('count once however often they are sent, and a check-in is taken back by its id', async () => {
    const { run, one, two } = await published()
    const device = new Device(run, run.agency)
    const [first, second] = [device.do(Date.now(), checkIn(one)), device.do(Date.now(), checkIn(two))]
    await device.send()
    await device.send()
    expect((await doorOf(run)).checkIns.map(({ id }) => id)).toEqual([first, second])
    device.do(Date.now(), { kind: 'undo', operationId: first as never })
    const fates = await device.send()
    expect(fateOf(fates, first)).toEqual(['superseded', null])
    expect((await doorOf(run)).checkIns.map(({ participantId }) => participantId)).toEqual([two.id])
  })

  it('come out the same in every order of arrival, also with a clock that is ten minutes ahead', async () => {
    const ends: unknown[] = []
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { run, one, first, second } = await published()
      const devices = [0, 600_000, -600_000].map((ahead) => new Device(run, run.agency, ahead))
      const [a, b, c] = devices as [Device, Device, Device]
      const now = Date.now()
      const ids = [
        // Both want the same table and time; who was first has it, by the server's clock.
        b.do(now + 1, { kind: 'move', meetingId: first, slot: 4, place: 't2' }),
        a.do(now + 2, { kind: 'move', meetingId: second, slot: 4, place: 't2' }),
        c.do(now + 3, { kind: 'move', meetingId: first, slot: 5, place: 't3' }),
        a.do(now + 4, { kind: 'move', meetingId: second, slot: 4, place: 't2' }),
        c.do(now + 5, { kind: 'outcome', meetingId: first, state: 'held', note: 'Seals by Friday' }),
        b.do(now + 6, { kind: 'move', meetingId: first, slot: 6, place: 't1' }),
        b.do(now + 7, checkIn(one)),
      ]
      for (const at of order) await devices[at]?.send()
      const fates = await a.fates()
      const meetings = await meetingsOf(run)
      ends.push({
        fates: ids.map((id) => fateOf(fates, id)),
        meetings: [first, second].map((id) => {
          const found = meetings.find((meeting) => meeting.id === id)
          return [found?.slot, found?.place.key, found?.state, found?.note]
        }),
        here: (await doorOf(run)).checkIns.length,
      })
    }
    expect(ends[0]).toEqual({
      fates: [
        ['superseded', null],
        ['refused', 'meeting.taken'],
        ['applied', null],
        ['applied', null],
        ['applied', null],
        ['refused', 'meeting.state'],
        ['applied', null],
      ],
      meetings: [
        [5, 't3', 'held', 'Seals by Friday'],
        [4, 't2', 'planned', ''],
      ],
      here: 1,
    })
    expect(ends[1]).toEqual(ends[0])
    expect(ends[2]).toEqual(ends[0])
  })

  it('do not take back what was changed meanwhile with the network up', async () => {
    const { run, buyer, first, second } = await published()
    const device = new Device(run, run.agency)
    const long = Date.now()
    const kept = device.do(long, { kind: 'move', meetingId: first, slot: 4, place: 't2' })
    await device.send()
    // The place that it left is given to another, and itself moved on.
    const move = (id: string, slot: number) =>
      run.agency.client.put(`${run.at}/meetings/${id}/slot`, { slot, place: 't1' })
    expect((await move(second, 0)).status).toBe(200)
    const late = new Device(run, run.agency)
    const before = late.do(long - 1, { kind: 'move', meetingId: second, slot: 4, place: 't2' })
    const clash = late.do(Date.now() + 5, { kind: 'move', meetingId: second, slot: 4, place: 't2' })
    const fates = await late.send()
    expect([kept, before, clash].map((id) => fateOf(fates, id))).toEqual([
      ['applied', null],
      ['superseded', null],
      ['refused', 'meeting.taken'],
    ])
    const slots = (await meetingsOf(run)).map(({ id, slot }) => [id, slot])
    expect(new Map(slots as [string, number][])).toEqual(
      new Map([
        [second, 0],
        [first, 4],
      ]),
    )
    expect(buyer.id).not.toBe('')
  })

  it('are refused where a participant does what is the organiser’s, or another’s', async () => {
    const { run, buyer, one, two, first } = await published()
    const device = new Device(run, one)
    const ids = [
      device.do(Date.now(), { kind: 'outcome', meetingId: first, state: 'held', note: 'met' }),
      device.do(Date.now(), { kind: 'move', meetingId: first, slot: 5, place: 't2' }),
      device.do(Date.now(), checkIn(one)),
      device.do(Date.now() + 3_600_000, { kind: 'outcome', meetingId: first, state: 'missed', note: '' }),
    ]
    const fates = await device.send()
    expect(ids.map((id) => fateOf(fates, id))).toEqual([
      ['applied', null],
      ['refused', 'identity.forbidden'],
      ['refused', 'identity.forbidden'],
      ['refused', 'operation.clock'],
    ])
    const other = new Device(run, two)
    const foreign = other.do(Date.now(), { kind: 'outcome', meetingId: first, state: 'missed', note: '' })
    expect(fateOf(await other.send(), foreign)).toEqual(['refused', 'thing.not-found'])
    // Nobody sees what another firm did.
    expect([...(await other.fates()).keys()]).toEqual([foreign])
    const stranger = await api.member('supplier')
    expect(codeOf(await stranger.client.post(`${run.at}/operations`, { operations: other.waiting }))).toEqual([
      404,
      'thing.not-found',
    ])
    expect(codeOf(await buyer.client.get(`${run.at}/door`))).toEqual([403, 'identity.forbidden'])
  })

  it('move nothing to a table that was closed, and put who was missed into the ledger', async () => {
    const { run, buyer, one, first } = await published()
    await run.agency.client.post(`${run.at}/incidents`, { report: { kind: 'place-closed', place: 't3' } })
    const organiser = new Device(run, run.agency)
    const moves = ['t3', 't2'].map((place) =>
      organiser.do(Date.now(), { kind: 'move', meetingId: first, slot: 5, place }),
    )
    const fates = await organiser.send()
    expect(moves.map((id) => fateOf(fates, id))).toEqual([
      ['refused', 'meeting.taken'],
      ['applied', null],
    ])
    const ledger = async (by: Signed): Promise<unknown[]> =>
      ((await by.client.get('/api/no-shows')).body as { items: { state: string }[] }).items.map(({ state }) => state)
    const device = new Device(run, buyer)
    device.do(Date.now(), { kind: 'outcome', meetingId: first, state: 'missed', note: '' })
    await device.send()
    expect([await ledger(one), await ledger(buyer)]).toEqual([['counts'], []])
    device.do(Date.now(), { kind: 'outcome', meetingId: first, state: 'held', note: 'Came late.' })
    await device.send()
    expect(await ledger(one)).toEqual(['withdrawn'])
  })
})

describe('who comes without registration', () => {
  it('is let in with a badge, known to the platform or new to it', async () => {
    const { run } = await published()
    const name = 'Puertas Únicas'
    const organisationId = await asSystem(api.system, (tx) => makeOrganisation(tx, 'supplier', name))
    const known = await api.colleague(organisationId, 'owner')
    const found = await run.agency.client.get(`${run.at}/known-firms?name=${encodeURIComponent(name)}`)
    expect((found.body as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(known.organisationId)
    const badge = (await run.agency.client.post(`${run.at}/walk-ins`, { firm: { id: known.organisationId } }))
      .body as WornBadge
    const fresh = { firm: { name: 'Grúas del Norte', side: 'visitor' }, holder: 'Eva' }
    const second = (await run.agency.client.post(`${run.at}/walk-ins`, fresh)).body as WornBadge
    expect([badge.number, second.number, second.firm]).toEqual([1, 2, 'Grúas del Norte'])
    const device = new Device(run, run.agency)
    const here = device.do(Date.now(), {
      ...checkIn({ id: second.participantId }),
      badgeId: second.id,
    } as OperationDeed)
    expect(fateOf(await device.send(), here)).toEqual(['applied', null])
    expect((await doorOf(run)).participants.length).toBe(5)
    expect(codeOf(await known.client.post(`${run.at}/walk-ins`, fresh))).toEqual([403, 'identity.forbidden'])
  })
})
