import {
  asSystem,
  askForPlan,
  attend,
  bookMeeting,
  choosePeople,
  holdSlot,
  keepAnnouncement,
  insertMatchday,
  keepGuest,
  keepIntroduction,
  keepInterpreter,
  keepPartyMember,
  keepPlan,
  keepSeparation,
  moveMatchday,
  sayWish,
  settleParticipant,
} from '@enlace/database'
import {
  asId,
  type MatchdayId,
  type IntroductionId,
  type MatchdayGuestId,
  type MatchdayInterpreterId,
  type MatchdayParticipantId,
  type MatchdayPlanId,
  type MatchdaySide,
  type MeetingId,
  type OrganisationId,
  type PartyMemberId,
  type SeparationId,
} from '@enlace/domain'
import { makeOrganisation } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { meetTheBuyers } from './matchday-people.ts'
import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import type { World } from './tenancy-world.ts'

const variants = ['draft', 'open', 'published'] as const
type Variant = (typeof variants)[number]
export type Ids = {
  readonly id: MatchdayId
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly planId: MatchdayPlanId
  readonly meetingId: MeetingId
  readonly interpreterId: MatchdayInterpreterId
  readonly guestId: MatchdayGuestId
  readonly personId: PartyMemberId
  readonly introductionId: IntroductionId
  readonly separationId: SeparationId
}

/** A matchday of the agency, at which the supplier is to meet the rival, a buyer; another buyer and another supplier are not there. */
export const matchdayOf = ({ api, organisations, member }: World, variant: Variant): Promise<Ids> =>
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
    const interpreterId = asId<MatchdayInterpreterId>(uuidv7())
    const languages = ['es', 'en']
    await keepInterpreter(tx, id, { id: interpreterId, name: 'canary-interpreter', languages, away: [] })
    const guestId = asId<MatchdayGuestId>(uuidv7())
    const guest = { name: 'canary-guest', email: 'guest@x.example', side: 'visitor', locale: 'en' } as const
    await keepGuest(tx, id, { ...guest, id: guestId, preApproved: false })
    const personId = asId<PartyMemberId>(uuidv7())
    const visiting = { matchdayId: id, participantId: visitorId, organisationId: organisations.supplier }
    const person = { id: personId, name: 'canary-person', role: '', languages: [], away: [], userId: null }
    await keepPartyMember(tx, visiting, { ...person, email: 'canary-email@example.org' })
    if (variant === 'published') await choosePeople(tx, { meetingId, participantId: visitorId }, [personId])
    await holdSlot(tx, id, { slot: 7, held: 't1', minutes: 60 })
    await keepAnnouncement(tx, {
      id: asId(uuidv7()),
      matchdayId: id,
      kind: 'message',
      toSide: 'host',
      text: 'canary-announcement',
    })
    const introductionId = asId<IntroductionId>(uuidv7())
    await keepIntroduction(tx, id, {
      id: introductionId,
      hostId,
      visitorId,
      answerBy: null,
      reason: 'canary-introduction',
    })
    const separationId = asId<SeparationId>(uuidv7())
    const aside = await come(await makeOrganisation(tx, 'supplier'), 'visitor', '')
    await keepSeparation(tx, id, { id: separationId, hostId, visitorId: aside, reason: 'canary-separation' })
    const people = { hostId, visitorId, personId, guestId, interpreterId }
    return { id, planId, meetingId, introductionId, separationId, ...people }
  })

export const nothing: Ids = {
  id: asId(missing),
  hostId: asId(missing),
  visitorId: asId(missing),
  planId: asId(missing),
  meetingId: asId(missing),
  interpreterId: asId(missing),
  guestId: asId(missing),
  personId: asId(missing),
  introductionId: asId(missing),
  separationId: asId(missing),
}
/** An operation on a matchday, asked about each variant of one. */
export const matchdays = (rest: (ids: Ids) => string, body?: object): Asks => ({
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

const table = { body: 'name,country\nMolino,CL\n', headers: { 'content-type': 'text/csv' } }
const sendTable: Asks = Object.fromEntries(
  Object.entries(matchdays(() => '/participants/import')).map(([variant, ask]) => [
    variant,
    async (...given: Parameters<typeof ask>) => ({ ...(await ask(...given)), ...table }),
  ]),
)

const guests = { side: 'visitor', language: 'en', guests: [{ name: 'Molino', email: 'ana@molino.example' }] }
const guestToken = { token: 'x'.repeat(43) }
const interpreter = { name: 'Rosa Quispe', languages: ['es', 'en'] }
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
  importParticipants: sendTable,
  downloadParticipantsTemplate: plain('/api/matchdays/participants-template.csv'),
  downloadParticipantsTemplateXlsx: plain('/api/matchdays/participants-template.xlsx'),
  listInterpreters: matchdays(() => '/interpreters'),
  addInterpreter: matchdays(() => '/interpreters', interpreter),
  changeInterpreter: matchdays(({ interpreterId }) => `/interpreters/${interpreterId}`, interpreter),
  makeInterpreterLink: matchdays(({ interpreterId }) => `/interpreters/${interpreterId}/link`, {}),
  endInterpreterLink: matchdays(({ interpreterId }) => `/interpreters/${interpreterId}/link`),
  readInterpreting: plain('/api/interpreting/read', guestToken),
  removeInterpreter: matchdays(({ interpreterId }) => `/interpreters/${interpreterId}`),
  listGuests: matchdays(() => '/guests'),
  inviteGuests: matchdays(() => '/guests', guests),
  withdrawGuest: matchdays(({ guestId }) => `/guests/${guestId}`),
  inviteFirms: matchdays(() => '/guests/firms', { firms: [missing] }),
  remindGuests: matchdays(() => '/guests/reminders', {}),
  mendGuest: matchdays(({ guestId }) => `/guests/${guestId}/address`, { email: 'ana@molino.example' }),
  declineInvitation: matchdays(() => '/invitation/decline', {}),
  readGuestInvitation: plain('/api/guest-invitations/read', guestToken),
  declineGuestInvitation: plain('/api/guest-invitations/decline', guestToken),
  acceptGuestInvitation: plain('/api/guest-invitations/accept', guestToken),
  readTypes: matchdays(() => '/types'),
  listParties: matchdays(() => '/parties'),
  addPartyMember: matchdays(({ visitorId }) => `/parties/${visitorId}/members`, { name: 'Ana Rojas' }),
  changePartyMember: matchdays(({ visitorId, personId }) => `/parties/${visitorId}/members/${personId}`, {
    name: 'Ana Rojas',
  }),
  removePartyMember: matchdays(({ visitorId, personId }) => `/parties/${visitorId}/members/${personId}`),
  choosePeople: matchdays(({ visitorId, meetingId }) => `/meetings/${meetingId}/people/${visitorId}`, { members: [] }),
  listRequests: matchdays(() => '/requests'),
  listSuggestions: matchdays(() => '/suggestions'),
  listPairSuggestions: matchdays(() => '/pair-suggestions'),
  listIntroductions: matchdays(() => '/introductions'),
  introduceFirms: matchdays(() => '/introductions', { oneId: missing, otherId: missing, reason: 'Both work on dust.' }),
  withdrawIntroduction: matchdays(({ introductionId }) => `/introductions/${introductionId}`),
  answerIntroduction: matchdays(({ introductionId }) => `/introductions/${introductionId}/answer`, { accepts: true }),
  listSeparations: matchdays(() => '/separations'),
  separateFirms: matchdays(() => '/separations', { oneId: missing, otherId: missing }),
  dropSeparation: matchdays(({ separationId }) => `/separations/${separationId}`),
  sayWish: matchdays(({ visitorId }) => `/wishes/${visitorId}`, { wish: 'meet', reason: '' }),
  planMatchday: matchdays(() => '/plans', {}),
  publishPlan: matchdays(({ planId }) => `/plans/${planId}/publish`, {}),
  stopPlan: matchdays(({ planId }) => `/plans/${planId}/stop`, { how: 'take' }),
  takeOverPlan: matchdays(({ planId }) => `/plans/${planId}/take-over`, {}),
  undoPublication: matchdays(({ planId }) => `/plans/${planId}/undo`, {}),
  comparePlans: matchdays(({ planId }) => `/plans/${planId}/compare/${planId}`),
  listMeetings: matchdays(() => '/meetings'),
  meetingCalendar: matchdays(() => '/meetings.ics'),
  listOffers: matchdays(() => '/offers'),
  listRotation: plain('/api/rotation'),
  readRotation: matchdays(() => '/rotation'),
  readAgendaSettings: plain('/api/agenda-settings'),
  setAgendaSettings: plain('/api/agenda-settings', { byMail: true }),
  renewCalendarFeed: plain('/api/calendar-feed', {}),
  endCalendarFeed: plain('/api/calendar-feed'),
  readCalendarFeed: plain(`/api/calendar/${'x'.repeat(43)}.ics`),
  readBriefings: matchdays(() => '/briefings'),
  readLastPrint: matchdays(() => '/prints'),
  printAgendas: matchdays(() => '/prints', {}),
  readAgendasPdf: matchdays(() => '/agendas.pdf'),
  readExpectations: matchdays(() => '/expectations'),
  rehearseMatchday: matchdays(() => '/rehearsal', { assumptions: littleExpected }),
  bookMeeting: matchdays(() => '/meetings', { participantId: missing }),
  reportIncident: matchdays(() => '/incidents', { report: { kind: 'late', minutes: 10 } }),
  listIncidents: matchdays(() => '/incidents'),
  undoIncident: matchdays(() => `/incidents/${missing}/undo`, {}),
  confirmMeeting: matchdays(({ meetingId }) => `/meetings/${meetingId}/held`, {}),
  readBoard: matchdays(() => '/board'),
  readMoves: matchdays(({ meetingId }) => `/meetings/${meetingId}/moves`),
  lockMeeting: matchdays(({ meetingId }) => `/meetings/${meetingId}/lock`, { locked: true }),
  holdSlot: matchdays(() => '/holds', { slot: 2, held: 't1', minutes: 5 }),
  releaseHold: matchdays(() => '/holds/7/t1'),
  listAnnouncements: matchdays(() => '/announcements'),
  announce: matchdays(() => '/announcements', { kind: 'next-round' }),
  moveMeeting: matchdays(({ meetingId }) => `/meetings/${meetingId}/slot`, { slot: 3 }),
}
