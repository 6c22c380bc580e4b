import type { listPairSuggestions as pairsContract, listSuggestions as listContract } from '@enlace/contracts'
import {
  hasPublishedNeed,
  isPublished,
  listPairSuggestions as listPairs,
  listSuggestions as list,
  type Transaction,
} from '@enlace/database'
import { mostSuggestions, type MemberActor, type SuggestionLack } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

async function lackOf(
  tx: Transaction,
  { organisationKind, organisationId }: MemberActor,
): Promise<SuggestionLack | null> {
  if (organisationKind === 'supplier') return (await isPublished(tx, organisationId)) ? null : 'passport'
  return organisationKind !== 'buyer' || (await hasPublishedNeed(tx)) ? null : 'need'
}

/** Whom the matches of the actor's firm speak for at a matchday. */
export const listSuggestions: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
  const rows = await list(tx, day.id, mostSuggestions)
  return {
    items: rows.map(({ organisationId, name, criteria, ...row }) => ({
      ...row,
      criteria: [...criteria],
      organisation: { id: organisationId, name },
    })),
    lacks: await lackOf(tx, actor),
  }
}

/** Which pairs the organiser could introduce. */
export const listPairSuggestions: Handler<typeof pairsContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  return { items: await listPairs(tx, day.id, mostSuggestions) }
}
