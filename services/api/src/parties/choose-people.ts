import type { choosePeople as contract } from '@enlace/contracts'
import { choosePeople as choose, holdMeeting, readMeeting } from '@enlace/database'
import { assert, checkPresent, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent } from '../matchdays/matchday-for.ts'
import { viewMeetings } from '../matchdays/meeting-view.ts'
import { partyFor } from './party-for.ts'

const twoPlaces = (): Problem =>
  new Problem('party.two-places', 'Somebody would have to be in two places.', [
    {
      path: 'body.members',
      code: 'party.two-places',
      message:
        'They come to another meeting at that time. Choose somebody else, or take them out of the other one first.',
    },
  ])

/** Says who of a party comes to a meeting; what the database promises decides between those who do so at once. */
export const choosePeople: Handler<typeof contract> = async ({ tx, actor, params, body, record }) => {
  const { day, participant, members } = await partyFor(tx, actor, params)
  const meeting = await holdMeeting(tx, day.id, params.meetingId)
  if (meeting === null || ![meeting.host.participantId, meeting.visitor.participantId].includes(participant.id))
    throw absent()
  if (meeting.state !== 'planned') throw new Problem('meeting.state', `This meeting is ${meeting.state}.`)
  const chosen = [...new Set(body.members)].map((id) => {
    const member = members.find((one) => one.id === id)
    if (member === undefined) throw absent()
    return member
  })
  checkPresent(chosen, meeting.slot)
  const seat = { meetingId: meeting.id, participantId: participant.id }
  const fault = await choose(
    tx,
    seat,
    chosen.map(({ id }) => id),
  )
  assert(fault !== 'away', 'nobody says when they are away while their party is held')
  if (fault === 'two-places') throw twoPlaces()
  await record('party.changed', {
    matchdayId: day.id,
    organisationId: day.organisationId,
    participantId: participant.organisationId,
    concerned: [meeting.host.organisationId, meeting.visitor.organisationId],
    anew: false,
  })
  const row = await readMeeting(tx, day.id, meeting.id)
  const [view] = row === null ? [] : viewMeetings(day.content, [row])
  assert(view !== undefined, 'who chose for a meeting sees it')
  return view
}
