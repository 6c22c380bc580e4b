import { reactionNames, type readWork as contract } from '@enlace/contracts'
import { readWork as workOf } from '@enlace/database'
import { can, Problem } from '@enlace/domain'
import type { Queues } from '@enlace/messaging'

import type { Handler } from '../http/mount.ts'

const idle = { open: 0, parked: 0, oldestSeconds: 0 }

/** Every reaction with what it still has to do; `queued` is null where Redis is away, which loses nothing. */
export const readWork =
  (queues: Queues): Handler<typeof contract> =>
  async ({ tx, actor }) => {
    if (!can(actor, 'status.queues', null))
      throw new Problem('identity.forbidden', "Only the platform's owners see what is queued.")
    const figures = new Map((await workOf(tx)).map((figure) => [figure.reaction, figure]))
    const depths: Partial<Record<string, number>> | null = await queues.depths().catch(() => null)
    const items = ['publish', ...reactionNames].map((reaction) => ({
      ...idle,
      reaction,
      ...figures.get(reaction),
      queued: depths === null || reaction === 'publish' ? null : (depths[reaction] ?? 0),
    }))
    return { items }
  }
