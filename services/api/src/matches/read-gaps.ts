import type { readGaps as contract } from '@enlace/contracts'
import { inOrder, isPublished, readOpenNeeds } from '@enlace/database'
import { can, fartherNeeds, groupGaps, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

/** Bounds of one answer; a supplier rarely stands in more rankings than this. */
const needsLookedAt = 1000
const shown = { groups: 50, needs: 5 }
const fartherShown = 10

export const readGaps: Handler<typeof contract> = async ({ tx, actor }) => {
  if (!can(actor, 'match.read', { organisationId: null, relatedIds: [actor.organisationId] }))
    throw new Problem('identity.forbidden', 'Only suppliers have gaps to close.')
  const [published, needs] = await inOrder([
    isPublished(tx, actor.organisationId),
    readOpenNeeds(tx, actor.organisationId, needsLookedAt),
  ])
  return {
    published,
    needs: needs.length,
    gaps: groupGaps(needs, shown),
    farther: fartherNeeds(needs, fartherShown),
  }
}
