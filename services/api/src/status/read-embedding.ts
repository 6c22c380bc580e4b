import type { readEmbedding as contract } from '@enlace/contracts'
import { readEmbeddingFigures } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

/** How far the reading of texts by a model has come. */
export const readEmbedding: Handler<typeof contract> = async ({ tx, actor }) => {
  if (!can(actor, 'status.queues', null))
    throw new Problem('identity.forbidden', "Only the platform's owners see how far reading has come.")
  return readEmbeddingFigures(tx)
}
