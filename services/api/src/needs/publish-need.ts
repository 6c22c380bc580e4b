import type { publishNeed as contract } from '@enlace/contracts'
import { publishVersion, viewNeed } from '@enlace/database'
import type { Announcer } from '@enlace/messaging'
import { Problem } from '@enlace/domain'

import { checkScreened } from '../challenges/check-screened.ts'
import type { Handler } from '../http/mount.ts'
import { aboutToPublish } from './about-to-publish.ts'
import { contentOf } from './content-of.ts'
import { needFor } from './own-need.ts'
import { publishedFacts } from './published-facts.ts'

/** Publishes a draft as its first version. */
export const publishNeed =
  (announcer: Announcer): Handler<typeof contract> =>
  async ({ tx, actor, params, record, audit }) => {
    const need = await needFor(tx, actor, params.id, 'need.amend')
    if (need.state !== 'draft')
      throw new Problem('need.not-draft', 'Only a draft can be published; amend this one instead.')
    const content = contentOf(need)
    if (need.kind === 'challenge') await checkScreened(tx, need.id)
    const { id, organisationId } = need
    await aboutToPublish(tx, announcer, { id, organisationId, version: need.version + 1, content })
    const version = await publishVersion(tx, {
      id,
      from: 'draft',
      version: need.version,
      content,
      reason: '',
      by: actor.userId,
    })
    if (version === null) throw new Problem('need.not-draft', 'Somebody published this need a moment ago.')
    await record('need.published', { needId: id, organisationId, version })
    await audit('need.published', { needId: id }, publishedFacts(version, content))
    return viewNeed(await needFor(tx, actor, id, 'need.read'), actor.organisationId)
  }
