import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Actor } from '@enlace/domain'

import { mountAgendas } from './agendas/agenda.routes.ts'
import { mountAlerts } from './alerts/alert.routes.ts'
import { mountAwards } from './awards/award.routes.ts'
import { mountBids } from './bids/bid.routes.ts'
import { mountCalls } from './calls/call.routes.ts'
import { mountAudit } from './audit/audit.routes.ts'
import { mountCategories } from './categories/category.routes.ts'
import { mountChallenges } from './challenges/challenge.routes.ts'
import { mountDemand } from './demand/demand.routes.ts'
import { mountExclusions } from './exclusions/exclusion.routes.ts'
import { mountExports } from './exports/export.routes.ts'
import { mountFairness } from './fairness/fairness.routes.ts'
import { mountFiles } from './files/file.routes.ts'
import { mountFirms } from './firms/firm.routes.ts'
import { mountGlossary } from './glossary/glossary.routes.ts'
import { createMount } from './http/mount.ts'
import { mountSessions } from './identity/session.routes.ts'
import { mountSignIn } from './identity/sign-in.routes.ts'
import { mountTwoFactor } from './identity/two-factor.routes.ts'
import { mountIncidents } from './incidents/incident.routes.ts'
import { mountImports } from './imports/import.routes.ts'
import { mountInnovations } from './innovations/innovation.routes.ts'
import { mountLearning } from './learning/learning.routes.ts'
import { mountLinkages } from './linkages/linkage.routes.ts'
import { mountMailbox } from './mails/mail.routes.ts'
import { mountAttendance } from './attendance/attendance.routes.ts'
import { mountInterpreters } from './interpreters/interpreter.routes.ts'
import { mountGuests } from './guests/guest.routes.ts'
import { mountRequests } from './requests/request.routes.ts'
import { mountSeparations } from './separations/separation.routes.ts'
import { mountBoards } from './boards/board.routes.ts'
import { mountMatchdays } from './matchdays/matchday.routes.ts'
import { mountOutcomes } from './outcomes/outcome.routes.ts'
import { mountRooms } from './rooms/room.routes.ts'
import { mountRotation } from './rotation/rotation.routes.ts'
import { mountDoor } from './door/door.routes.ts'
import { mountRehearsals } from './rehearsals/rehearsal.routes.ts'
import { mountMatches } from './matches/match.routes.ts'
import { mountNeeds } from './needs/need.routes.ts'
import { mountNotifications } from './notifications/notification.routes.ts'
import { mountOpenData } from './open-data/open-data.routes.ts'
import { mountOpeners } from './openers/opener.routes.ts'
import { mountOrganisations } from './organisations/organisation.routes.ts'
import { mountParticipantTypes } from './participant-types/participant-types.routes.ts'
import { mountParties } from './parties/party.routes.ts'
import { mountPassports } from './passports/passport.routes.ts'
import { mountPlans } from './plans/plan.routes.ts'
import { mountQuestions } from './questions/question.routes.ts'
import { mountRivals } from './rivals/rival.routes.ts'
import { mountScorecards } from './scorecards/scorecard.routes.ts'
import { mountSearch } from './search/search.routes.ts'
import { mountSigns } from './signs/sign.routes.ts'
import { mountQueues } from './status/queues.ts'
import { mountStatus } from './status/status.routes.ts'
import { mountTwins } from './twins/twin.routes.ts'
import type { Ports } from './ports.ts'

/** Mounts the operations of every noun. */
export async function mountNouns(
  app: FastifyInstance,
  ports: Ports,
  readActor: (request: FastifyRequest) => Promise<Actor>,
): Promise<void> {
  const { database, identity, demo, signer } = ports
  const options = { database, readActor, demo, signer }
  const mount = createMount({ ...options, app })
  mountSessions(mount, identity, demo)
  mountSignIn(mount, identity, demo)
  mountTwoFactor(mount, identity)
  mountOrganisations(mount, identity)
  if (demo) mountMailbox(mount, identity)
  mountCategories(mount)
  mountNeeds(mount, ports.announcer)
  mountChallenges(mount, database)
  mountInnovations(mount)
  mountMatchdays(mount, database)
  mountAgendas(mount, database, identity)
  mountInterpreters(mount, database, identity)
  mountGuests(mount, database, identity)
  mountRequests(mount)
  mountSeparations(mount)
  mountParties(mount)
  mountParticipantTypes(mount)
  mountAttendance(mount, database, signer)
  mountIncidents(mount)
  mountBoards(mount)
  mountOutcomes(mount)
  mountRooms(mount, database, identity)
  mountRotation(mount)
  mountDoor(mount, identity.settings.secret)
  mountPlans(mount)
  mountRehearsals(mount, database)
  mountMatches(mount)
  mountLearning(mount)
  mountPassports(mount)
  app.addHook('onClose', mountSearch(mount, { database, search: ports.search, log: ports.log }).close)
  await mountFiles(app, options, ports)
  mountImports(mount, database)
  mountNotifications(mount)
  mountCalls(mount)
  mountBids(mount, signer)
  mountScorecards(mount)
  mountAwards(mount)
  mountQuestions(mount)
  mountOpenData(mount, identity.settings.publicUrl)
  await mountAlerts(app, options)
  mountStatus(mount, ports.queues)
  mountRivals(mount)
  mountGlossary(mount)
  mountOpeners(mount)
  mountLinkages(mount)
  mountExclusions(mount)
  mountExports(mount, database)
  mountFairness(mount)
  mountFirms(mount)
  mountTwins(mount)
  mountSigns(mount)
  mountDemand(mount)
  mountAudit(mount, database, signer)
  mountQueues(app, ports.queues, readActor)
}
