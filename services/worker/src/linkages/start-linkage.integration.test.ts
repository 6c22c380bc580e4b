import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, inviteSupplier, record, upsertAnswer, withdrawInvitation } from '@enlace/database'
import { asId, type Answer, type MatchdayId, type MeetingId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'

import { LinkageWorld, type Pair } from '../../test/linkage-world.ts'

let world: LinkageWorld
beforeAll(async () => {
  world = await LinkageWorld.open()
})
afterAll(() => world.close())

/** As the commands do it: the row and the event in one transaction. */
const invite = ({ buyer, supplier, needId }: Pair): Promise<unknown> =>
  asSystem(world.database, async (tx) => {
    await inviteSupplier(tx, needId, supplier)
    await record(
      tx,
      'match.judged',
      { needId, organisationId: buyer, supplierId: supplier, verdict: 'invite' },
      { organisationId: buyer },
    )
  })
const reply = ({ buyer, supplier, needId }: Pair, answer: Answer): Promise<unknown> =>
  asSystem(world.database, async (tx) => {
    await tx.execute(`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
      values ('${needId}', '${supplier}', '${buyer}', 1, 1, 0.5, 0.5, 1, 1, '{}') on conflict do nothing`)
    await upsertAnswer(tx, { needId, supplierId: supplier, answer, reason: '', by: null })
    await record(
      tx,
      'match.answered',
      { needId, organisationId: buyer, supplierId: supplier, answer },
      { organisationId: supplier },
    )
  })

const meet = ({ buyer, supplier }: Pair): Promise<unknown> =>
  asSystem(world.database, (tx) =>
    record(
      tx,
      'meeting.held',
      {
        ...{ matchdayId: asId<MatchdayId>(uuidv7()), meetingId: asId<MeetingId>(uuidv7()) },
        ...{ organisationId: buyer, hostId: buyer, visitorId: supplier },
      },
      { organisationId: buyer },
    ),
  )

describe('a linkage begins by itself', () => {
  it('where two met on a matchday, once however often that is said', async () => {
    const pair = await world.pair()
    await meet(pair)
    await meet(pair)
    await world.hear()
    expect(await world.linkages(pair)).toMatchObject([{ stage: 'match', buyer_hidden: false, moves: 'started' }])
  })

  it('once both said yes, in whichever order, and not before', async () => {
    for (const order of [
      [invite, reply],
      [reply, invite],
    ]) {
      const pair = await world.pair()
      await order[0]?.(pair, 'interested')
      await world.hear()
      expect(await world.linkages(pair)).toEqual([])
      await order[1]?.(pair, 'interested')
      await world.hear()
      expect(await world.linkages(pair)).toMatchObject([{ stage: 'match', buyer_hidden: false, moves: 'started' }])
    }
  })

  it('once, where both said it at the same moment and are heard again and again', async () => {
    const pair = await world.pair()
    await Promise.all([invite(pair), reply(pair, 'interested')])
    await world.hear()
    await reply(pair, 'interested')
    await world.hear()
    expect(await world.linkages(pair)).toMatchObject([{ stage: 'match', moves: 'started' }])
    const detail = (partner: string) => ({ partner, title: 'Pumps' })
    expect(await world.told(pair.buyer)).toEqual([['linkage-started', detail('Bombas Ltda')]])
    expect(await world.told(pair.supplier)).toEqual([['linkage-started', detail('Mina Sur')]])
  })

  it('not where one refused or took it back, and not again where it was stopped', async () => {
    const refused = await world.pair()
    await invite(refused)
    await reply(refused, 'not-for-us')
    const withdrawn = await world.pair()
    await invite(withdrawn)
    await asSystem(world.database, (tx) => withdrawInvitation(tx, withdrawn.needId, withdrawn.supplier))
    await reply(withdrawn, 'interested')
    await world.hear()
    expect([await world.linkages(refused), await world.linkages(withdrawn)]).toEqual([[], []])
    const pair = await world.pair()
    await invite(pair)
    await reply(pair, 'interested')
    await world.hear()
    await world.owner`update linkages set stage = 'stopped' where buyer_id = ${pair.buyer}`
    await reply(pair, 'not-for-us')
    await reply(pair, 'interested')
    await world.hear()
    expect(await world.linkages(pair)).toMatchObject([{ stage: 'stopped' }])
  })

  it('does not tell the supplier who asks where the need does not', async () => {
    const pair = await world.pair({ confidentiality: 'alias' })
    await invite(pair)
    await reply(pair, 'interested')
    await world.hear()
    expect(await world.linkages(pair)).toMatchObject([{ buyer_hidden: true }])
    expect(await world.told(pair.supplier)).toEqual([['linkage-started', { partner: '', title: 'Pumps' }]])
    const [mail] = (await world.mails('rosa%')).filter(({ subject }) => subject.includes('a buyer'))
    expect(mail?.body).not.toContain('Mina Sur')
  })

  it('ends a request that was waiting', async () => {
    const pair = await world.pair()
    await world.owner`insert into linkages (id, buyer_id, supplier_id, need_id, stage) values (gen_random_uuid(), ${pair.buyer}, ${pair.supplier}, ${pair.needId}, 'requested')`
    await invite(pair)
    await reply(pair, 'interested')
    await world.hear()
    expect(await world.linkages(pair)).toMatchObject([{ stage: 'match', moves: 'started' }])
  })
})
