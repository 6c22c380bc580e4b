import type {
  endCalendarFeed as endContract,
  readAgendaSettings as readContract,
  renewCalendarFeed as renewContract,
  setAgendaSettings as setContract,
} from '@enlace/contracts'
import { keepByMail, keepCalendarToken, readAgendaMember } from '@enlace/database'
import { can, Problem, type MemberActor } from '@enlace/domain'
import { newToken } from '@enlace/identity'

import type { Handler } from '../http/mount.ts'

/** @throws Problem identity.forbidden for roles that do not see matchdays */
function checkSees(actor: MemberActor): void {
  if (!can(actor, 'matchday.list', null)) throw new Problem('identity.forbidden', 'Your role does not allow this.')
}

export const readAgendaSettings: Handler<typeof readContract> = ({ tx, actor }) => {
  checkSees(actor)
  return readAgendaMember(tx)
}

/** Switches invitations by mail on or off. */
export const setAgendaSettings: Handler<typeof setContract> = async ({ tx, actor, body }) => {
  checkSees(actor)
  await keepByMail(tx, body.byMail)
  return readAgendaMember(tx)
}

/** Gives out a new address, which is kept nowhere; the one before ends. */
export const renewCalendarFeed: Handler<typeof renewContract> = async ({ tx, actor }) => {
  checkSees(actor)
  const token = newToken()
  await keepCalendarToken(tx, token)
  return { path: `/api/calendar/${token}.ics` }
}

/** Ends the address. */
export const endCalendarFeed: Handler<typeof endContract> = async ({ tx, actor }) => {
  checkSees(actor)
  await keepCalendarToken(tx, null)
}
