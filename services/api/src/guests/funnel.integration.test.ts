import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { listGuests, Output } from '@enlace/contracts'
import { asSystem, bookMeeting } from '@enlace/database'
import { asId, type MatchdayParticipantId, type MeetingId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'

import { freshAddress, guestsOf, inviteByMail, mailsTo } from '../../test/guest-mails.ts'
import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const funnelOf = async (run: MatchdayRun): Promise<Output<typeof listGuests>['funnel']> => (await guestsOf(run)).funnel
const none = { invited: 0, answered: 0, registered: 0, admitted: 0, came: 0, met: 0 }

async function checkIn(run: MatchdayRun, participantId: MatchdayParticipantId): Promise<void> {
  const deed = { kind: 'check-in', participantId, day: '2030-05-06', meetingId: null, badgeId: null }
  await asSystem(api.system, (tx) =>
    tx.execute(sql`
      insert into matchday_operations (id, matchday_id, organisation_id, user_id, kind, content, device_at, offset_ms, at, outcome)
      values (${uuidv7()}, ${run.id}, ${run.agency.organisationId}, ${run.agency.userId}, 'check-in', ${JSON.stringify(deed)}::jsonb, now(), 0, now(), 'applied')`),
  )
}

it('counts how far each invited firm got, and nobody who came uninvited', async () => {
  const run = await MatchdayRun.open(api)
  expect(await funnelOf(run)).toEqual(none)
  const firms: Signed[] = []
  for (let n = 0; n < 6; n += 1) firms.push(await api.member('supplier'))
  const ids = firms.map(({ organisationId }) => organisationId)
  await run.agency.client.post(`${run.at}/guests/firms`, { firms: ids })
  const [, declining, applying, admitted, coming, meeting] = firms
  await declining?.client.post(`${run.at}/invitation/decline`, {})
  await applying?.client.put(`${run.at}/participation`, {})
  await run.attendee('supplier', {}, admitted)
  const came = await run.attendee('supplier', {}, coming)
  const met = await run.attendee('supplier', {}, meeting)
  const host = await run.attendee('buyer')
  expect(await funnelOf(run)).toEqual({ ...none, invited: 6, answered: 5, registered: 4, admitted: 3 })
  await checkIn(run, came.id)
  await checkIn(run, host.id)
  const id = asId<MeetingId>(uuidv7())
  await asSystem(api.system, async (tx) => {
    await bookMeeting(tx, run.id, { id, hostId: host.id, visitorId: met.id, slot: 0, place: 't1' })
    await tx.execute(sql`update matchday_meetings set state = 'held' where id = ${id}`)
  })
  expect(await funnelOf(run)).toEqual({ invited: 6, answered: 5, registered: 4, admitted: 3, came: 2, met: 1 })
})

it('counts a firm once that was picked and answered a mail too, and no invitation that was withdrawn', async () => {
  const run = await MatchdayRun.open(api)
  const firm = await api.member('supplier')
  await run.agency.client.post(`${run.at}/guests/firms`, { firms: [firm.organisationId] })
  const [answering, silent] = [freshAddress(), freshAddress()]
  await inviteByMail(run, [answering, silent])
  expect((await funnelOf(run)).invited).toBe(3)
  const token = (await mailsTo(api.system, answering))[0]?.token
  await firm.client.post('/api/guest-invitations/accept', { token })
  const other = (await guestsOf(run)).items.find(({ email }) => email === silent)
  await run.agency.client.delete(`${run.at}/guests/${other?.id ?? ''}`)
  expect(await funnelOf(run)).toEqual({ ...none, invited: 1, answered: 1, registered: 1 })
})
