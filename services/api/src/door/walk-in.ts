import { v7 as uuidv7 } from 'uuid'

import type { listKnownFirms as knownContract, walkIn as walkInContract } from '@enlace/contracts'
import {
  findKnownFirms,
  insertFirms,
  insertOrganisations,
  letIn,
  readFirmSide,
  type KnownFirm,
  type Transaction,
} from '@enlace/database'
import { asId, type MatchdayParticipantId, type OrganisationId } from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { tellDecided } from '../matchdays/tell-decided.ts'
import { writeBadge } from './write-badge.ts'

const shownFirms = 8

export const listKnownFirms: Handler<typeof knownContract> = async ({ tx, actor, params, query }) => {
  await matchdayFor(tx, actor, params.id, 'matchday.run')
  return { items: await findKnownFirms(tx, query.name, shownFirms) }
}

type Firm = Pick<KnownFirm, 'id' | 'side'>

/** The firm at the door; one that is new to the platform comes into the agency's care, as an import's firms do. */
async function firmOf(
  tx: Transaction,
  agencyId: OrganisationId,
  given: Call<typeof walkInContract>['body']['firm'],
): Promise<Firm> {
  if ('id' in given) {
    const side = await readFirmSide(tx, given.id)
    if (side === null) throw absent()
    return { id: given.id, side }
  }
  const { name, side } = given
  const id = asId<OrganisationId>(uuidv7())
  const kind = side === 'host' ? 'buyer' : 'supplier'
  await insertOrganisations(tx, [{ id, kind, name, country: null, region: null }])
  if (kind === 'supplier') await insertFirms(tx, agencyId, [id])
  return { id, side }
}

/** Lets a firm in that stands at the door, with its badge. */
export const walkIn =
  (secret: string): Handler<typeof walkInContract> =>
  async ({ tx, actor, params, body, record, audit }) => {
    const states = ['open', 'published'] as const
    const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states, hold: 'alone' })
    const firm = await firmOf(tx, actor.organisationId, body.firm)
    const newId = asId<MatchdayParticipantId>(uuidv7())
    const { id: organisationId, side } = firm
    const participantId = await letIn(tx, { id: newId, matchdayId: day.id, organisationId, side })
    const badge = await writeBadge(tx, secret, day.id, { participantId, holder: body.holder })
    const about = { matchdayId: day.id, organisationId: day.organisationId }
    const decided = { ...about, participantId: organisationId, side }
    await tellDecided({ record, audit }, decided, { from: null, to: 'admitted' })
    return badge
  }
