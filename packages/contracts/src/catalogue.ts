import * as z from 'zod/mini'

import type { Endpoint } from './endpoint.ts'
import * as awards from './awards/award.contract.ts'
import * as bidFiles from './bids/bid-file.contract.ts'
import * as bids from './bids/bid.contract.ts'
import * as calls from './calls/call.contract.ts'
import * as seats from './calls/seat.contract.ts'
import * as alerts from './alerts/alert.contract.ts'
import * as audit from './audit/audit.contract.ts'
import * as challenges from './challenges/challenge.contract.ts'
import * as buyers from './challenges/buyer.contract.ts'
import * as candidates from './challenges/candidate.contract.ts'
import * as priorKnowledge from './challenges/prior-knowledge.contract.ts'
import * as terms from './challenges/terms.contract.ts'
import * as milestones from './challenges/milestone.contract.ts'
import * as teams from './challenges/team.contract.ts'
import * as proposals from './challenges/proposal.contract.ts'
import * as categories from './categories/category.contract.ts'
import * as fairness from './fairness/fairness.contract.ts'
import * as files from './files/file.contract.ts'
import * as demand from './demand/demand.contract.ts'
import * as exclusions from './exclusions/exclusion.contract.ts'
import * as exports from './exports/export.contract.ts'
import * as firms from './firms/firm.contract.ts'
import * as gaps from './matches/gap.contract.ts'
import * as outcomes from './learning/outcome.contract.ts'
import * as models from './learning/model.contract.ts'
import * as glossary from './glossary/glossary.contract.ts'
import * as decisionMap from './linkages/decision-map.contract.ts'
import * as disclosures from './linkages/disclosure.contract.ts'
import * as followUps from './linkages/follow-up.contract.ts'
import * as linkages from './linkages/linkage.contract.ts'
import * as proofs from './linkages/proof.contract.ts'
import * as rooms from './linkages/room.contract.ts'
import * as innovations from './innovations/innovation.contract.ts'
import * as imports from './imports/import.contract.ts'
import * as notifications from './notifications/notification.contract.ts'
import * as sessions from './identity/session.contract.ts'
import * as signIn from './identity/sign-in.contract.ts'
import * as twoFactor from './identity/two-factor.contract.ts'
import * as calendarFeeds from './agendas/calendar-feed.contract.ts'
import * as briefings from './agendas/briefing.contract.ts'
import * as matchdayPrints from './agendas/print.contract.ts'
import * as mails from './mails/mail.contract.ts'
import * as attendanceImport from './attendance/import-participants.contract.ts'
import * as interpreters from './interpreters/interpreter.contract.ts'
import * as interpreterLinks from './interpreters/interpreter-link.contract.ts'
import * as guestMails from './guests/guest-mail.contract.ts'
import * as guests from './guests/guest.contract.ts'
import * as pickedFirms from './guests/picked-firm.contract.ts'
import * as requests from './requests/request.contract.ts'
import * as introductions from './requests/introduction.contract.ts'
import * as requestSuggestions from './requests/suggestion.contract.ts'
import * as separations from './separations/separation.contract.ts'
import * as participantTypes from './participant-types/participant-types.contract.ts'
import * as parties from './parties/party.contract.ts'
import * as incidents from './incidents/incident.contract.ts'
import * as badges from './door/badge.contract.ts'
import * as door from './door/door.contract.ts'
import * as operations from './door/operation.contract.ts'
import * as matchdays from './matchdays/matchday.contract.ts'
import * as meetings from './matchdays/meeting.contract.ts'
import * as matchdayOffers from './matchdays/offer.contract.ts'
import * as boards from './boards/board.contract.ts'
import * as announcements from './boards/announcement.contract.ts'
import * as rehearsals from './rehearsals/rehearsal.contract.ts'
import * as plans from './plans/plan.contract.ts'
import * as participants from './matchdays/participant.contract.ts'
import * as noShows from './outcomes/no-show.contract.ts'
import * as meetingOutcomes from './outcomes/outcome.contract.ts'
import * as results from './outcomes/results.contract.ts'
import * as roomMessages from './rooms/room-message.contract.ts'
import * as virtualRooms from './rooms/room.contract.ts'
import * as rotation from './rotation/rotation.contract.ts'
import * as matches from './matches/match.contract.ts'
import * as sites from './matches/site.contract.ts'
import * as weights from './matches/weights.contract.ts'
import * as needs from './needs/need.contract.ts'
import * as invitations from './organisations/invitation.contract.ts'
import * as members from './organisations/member.contract.ts'
import * as organisations from './organisations/organisation.contract.ts'
import * as openers from './openers/opener.contract.ts'
import * as passports from './passports/passport.contract.ts'
import * as suppliers from './passports/supplier.contract.ts'
import * as openData from './open-data/open-data.contract.ts'
import * as questions from './questions/question.contract.ts'
import * as rivals from './rivals/rival.contract.ts'
import * as scorecards from './scorecards/scorecard.contract.ts'
import * as search from './search/search.contract.ts'
import * as callSigns from './signs/call-sign.contract.ts'
import * as signs from './signs/sign.contract.ts'
import * as twins from './twins/twin.contract.ts'
import * as status from './status/status.contract.ts'
import * as wire from './wire.ts'
import * as briefs from './challenges/brief.ts'
import * as passportContents from './passports/passport-content.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value

const contracts: readonly Readonly<Record<string, unknown>>[] = [
  sessions,
  signIn,
  twoFactor,
  organisations,
  members,
  invitations,
  mails,
  needs,
  challenges,
  buyers,
  candidates,
  terms,
  priorKnowledge,
  teams,
  milestones,
  proposals,
  innovations,
  matches,
  fairness,
  weights,
  sites,
  gaps,
  outcomes,
  models,
  status,
  passports,
  suppliers,
  categories,
  calls,
  seats,
  bids,
  bidFiles,
  scorecards,
  awards,
  questions,
  openData,
  search,
  files,
  imports,
  exclusions,
  exports,
  firms,
  twins,
  callSigns,
  signs,
  demand,
  notifications,
  alerts,
  rivals,
  glossary,
  openers,
  audit,
  linkages,
  rooms,
  proofs,
  followUps,
  matchdays,
  attendanceImport,
  interpreters,
  interpreterLinks,
  guests,
  guestMails,
  pickedFirms,
  requests,
  introductions,
  requestSuggestions,
  separations,
  participantTypes,
  parties,
  meetingOutcomes,
  noShows,
  results,
  roomMessages,
  virtualRooms,
  rotation,
  participants,
  meetings,
  incidents,
  matchdayOffers,
  calendarFeeds,
  matchdayPrints,
  briefings,
  boards,
  announcements,
  badges,
  door,
  operations,
  rehearsals,
  plans,
  decisionMap,
  disclosures,
  wire,
  briefs,
  passportContents,
]

/** Every HTTP operation of the product; the OpenAPI document and the tenancy matrix are generated from it. */
export const endpoints: readonly Endpoint[] = contracts.flatMap((noun) =>
  // How a module lists its exports depends on who loads it; the document's order must not.
  Object.values(noun)
    .filter(isEndpoint)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
)

const isShape = (entry: readonly [string, unknown]): entry is [string, z.ZodMiniType] =>
  entry[1] instanceof z.ZodMiniType

/** Every shape that a contract gives a name, by that name in order. */
export const shapes: readonly (readonly [name: string, shape: z.ZodMiniType])[] = contracts
  .flatMap((noun) => Object.entries(noun).filter(isShape))
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
