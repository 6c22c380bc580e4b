import {
  asSystem,
  askForPlan,
  attend,
  bookMeeting,
  insertMatchday,
  keepPlan,
  moveMatchday,
  sayWish,
  settleParticipant,
} from '@enlace/database'
import {
  asId,
  type MatchdayId,
  type MatchdayParticipantId,
  type MatchdayPlanId,
  type MatchdaySide,
  type MeetingId,
  type OrganisationId,
} from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { meetTheBuyers } from './matchday-people.ts'
import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import type { Table } from './tenancy-matrix.ts'
import type { World } from './tenancy-world.ts'

const variants = ['draft', 'open', 'published'] as const
type Variant = (typeof variants)[number]
type Ids = {
  readonly id: MatchdayId
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly planId: MatchdayPlanId
  readonly meetingId: MeetingId
}

/** A matchday of the agency, at which the supplier is to meet the rival, a buyer; another buyer and another supplier are not there. */
const matchdayOf = ({ api, organisations, member }: World, variant: Variant): Promise<Ids> =>
  asSystem(api.system, async (tx) => {
    const id = asId<MatchdayId>(uuidv7())
    const title = variant === 'draft' ? 'canary-matchday' : meetTheBuyers.title
    const content = {
      ...meetTheBuyers,
      places: meetTheBuyers.places.map((place) => ({ ...place, kind: 'table' as const })),
      title,
    }
    await insertMatchday(tx, { id, organisationId: organisations.agency, content })
    const span = { starts: Date.parse('2030-05-06T13:00:00Z'), ends: Date.parse('2030-05-06T19:35:00Z') }
    if (variant !== 'draft') await moveMatchday(tx, id, variant, span)
    const come = async (organisationId: OrganisationId, side: MatchdaySide, note: string) => {
      const own = asId<MatchdayParticipantId>(uuidv7())
      await attend(tx, { id: own, matchdayId: id, organisationId, side, away: [], languages: [], note })
      await settleParticipant(tx, own, 'admitted')
      return own
    }
    const hostId = await come(organisations.rival, 'host', 'canary-host')
    const visitorId = await come(organisations.supplier, 'visitor', 'canary-visitor')
    await sayWish(tx, { matchdayId: id, byId: hostId, ofId: visitorId, wish: 'must', reason: 'canary-wish' })
    const [planId, meetingId] = [asId<MatchdayPlanId>(uuidv7()), asId<MeetingId>(uuidv7())]
    await askForPlan(tx, planId, id, member)
    await keepPlan(tx, planId, { meetings: [], unplaced: [{ hostId, visitorId, cause: 'full' }], breaks: 0 })
    if (variant === 'published') {
      await bookMeeting(tx, id, { id: meetingId, hostId, visitorId, slot: 0, place: 't1' })
      await tx.execute(sql`update matchday_meetings set note = 'canary-meeting' where id = ${meetingId}`)
    }
    return { id, hostId, visitorId, planId, meetingId }
  })

const nothing: Ids = {
  id: asId(missing),
  hostId: asId(missing),
  visitorId: asId(missing),
  planId: asId(missing),
  meetingId: asId(missing),
}
const matchdays = (rest: (ids: Ids) => string, body?: object): Asks => ({
  ...Object.fromEntries(
    variants.map((variant) => [
      variant,
      async (world: World) => {
        const ids = await matchdayOf(world, variant)
        return at(`/api/matchdays/${ids.id}${rest(ids)}`, body)
      },
    ]),
  ),
  missing: () => at(`/api/matchdays/${missing}${rest(nothing)}`, body),
})

const single = { expected: 1, give: 0 }
const littleExpected = {
  ...{ hosts: single, visitors: single, wishes: single, acceptance: single, noShows: single, walkIns: single },
  ...{ languages: [{ language: 'en', hosts: 1, visitors: 1 }], bilingual: 0 },
}
const begun = { content: { title: 'Begun', timeZone: 'UTC' } }
export const matchdayAsks: Readonly<Record<string, Asks>> = {
  listMatchdays: plain('/api/matchdays'),
  startMatchday: plain('/api/matchdays', begun),
  readMatchday: matchdays(() => ''),
  saveMatchday: matchdays(() => '', { content: { ...meetTheBuyers, title: 'canary-matchday' }, revision: 1 }),
  moveMatchday: matchdays(() => '/state', { to: 'cancelled' }),
  attendMatchday: matchdays(() => '/participation', { note: '' }),
  leaveMatchday: matchdays(() => '/participation/withdraw', {}),
  listParticipants: matchdays(() => '/participants'),
  admitParticipant: matchdays(({ visitorId }) => `/participants/${visitorId}`, { state: 'declined' }),
  sayWish: matchdays(({ visitorId }) => `/wishes/${visitorId}`, { wish: 'meet', reason: '' }),
  planMatchday: matchdays(() => '/plans', {}),
  publishPlan: matchdays(({ planId }) => `/plans/${planId}/publish`, {}),
  listMeetings: matchdays(() => '/meetings'),
  meetingCalendar: matchdays(() => '/meetings.ics'),
  listOffers: matchdays(() => '/offers'),
  readExpectations: matchdays(() => '/expectations'),
  rehearseMatchday: matchdays(() => '/rehearsal', { assumptions: littleExpected }),
  bookMeeting: matchdays(() => '/meetings', { participantId: missing }),
  changeMeeting: matchdays(({ meetingId }) => `/meetings/${meetingId}/state`, { state: 'held' }),
  moveMeeting: matchdays(({ meetingId }) => `/meetings/${meetingId}/slot`, { slot: 3 }),
}

const none = '401 403 404 404 404 404 404 404 404'
/** For anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform. */
export const matchdayTable: Table = {
  listMatchdays: { '-': '401 403 200 200 200 200 200 200 403' },
  startMatchday: { '-': '401 403 403 403 403 403 201 201 403' },
  readMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  saveMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  moveMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  attendMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 200 200 200 200 403 404 404',
    published: '401 403 200 200 200 200 403 404 404',
  },
  leaveMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 404 200 200 404 403 404 404',
    published: '401 403 404 200 200 404 403 404 404',
  },
  listParticipants: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  admitParticipant: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  sayWish: {
    missing: none,
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 404 200 404 404 403 404 404',
    published: '401 403 404 200 404 404 403 404 404',
  },
  planMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 201 404 404',
    published: '401 403 403 403 403 403 201 404 404',
  },
  publishPlan: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  listMeetings: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  meetingCalendar: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  listOffers: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  readExpectations: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  rehearseMatchday: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  bookMeeting: {
    missing: none,
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 409 409 409 409 403 404 404',
    published: '401 403 404 404 404 404 403 404 404',
  },
  changeMeeting: {
    missing: none,
    draft: '401 403 404 404 404 404 404 404 404',
    open: '401 403 404 404 404 404 404 404 404',
    published: '401 403 404 200 200 404 200 404 404',
  },
  moveMeeting: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 409 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
}
