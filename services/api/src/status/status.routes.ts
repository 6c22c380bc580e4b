import { readEmbedding as readEmbeddingContract, readWork as readWorkContract } from '@enlace/contracts'
import type { Queues } from '@enlace/messaging'

import type { Mount } from '../http/mount.ts'
import { readEmbedding } from './read-embedding.ts'
import { readWork } from './read-work.ts'

/** What operators watch. */
export function mountStatus(mount: Mount, queues: Queues): void {
  mount.inTransaction(readWorkContract, readWork(queues))
  mount.inTransaction(readEmbeddingContract, readEmbedding)
}
