import { admitInvited, type Transaction } from '@enlace/database'
import { assert, sideOfKind, type MatchdayId, type MemberActor, type OrganisationId } from '@enlace/domain'

import type { Happenings } from '../http/happenings.ts'
import { tellDecided } from '../matchdays/tell-decided.ts'

type Registering = Happenings & { readonly tx: Transaction; readonly actor: MemberActor }

/** Admits a firm that just registered, where its organiser said so when it invited it; it decides once, like any admission. */
export async function letInInvited(
  { tx, actor, record, audit }: Registering,
  about: { readonly matchdayId: MatchdayId; readonly organisationId: OrganisationId },
): Promise<void> {
  if (!(await admitInvited(tx, about.matchdayId))) return
  const { organisationId: participantId } = actor
  const side = sideOfKind(actor.organisationKind)
  assert(side !== null, 'who registered has a side')
  const decided = { ...about, participantId, side }
  await tellDecided({ record, audit }, decided, { from: 'applied', to: 'admitted' }, { preApproved: true })
}
