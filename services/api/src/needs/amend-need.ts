import type { amendNeed as contract } from '@enlace/contracts'
import { publishVersion, saveDraft, viewNeed } from '@enlace/database'
import type { Announcer } from '@enlace/messaging'
import { checkBrokered, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { aboutToPublish } from './about-to-publish.ts'
import { needFor } from './own-need.ts'
import { publishedFacts } from './published-facts.ts'
import { settleNeed } from './settle-need.ts'

const changed = (): Problem =>
  new Problem('thing.changed', 'Somebody changed this need since you opened it. Load it again, your text is kept.')

/** Saves a draft, or publishes a new version of a published need and tells those concerned. */
export const amendNeed =
  (announcer: Announcer): Handler<typeof contract> =>
  async ({ tx, actor, params, body: { version, reason, ...written }, record, audit }) => {
    const content = settleNeed(written)
    const need = await needFor(tx, actor, params.id, 'need.amend')
    const { id, organisationId } = need
    if (actor.organisationKind === 'agency') checkBrokered(content, false)
    if (need.version !== version) throw changed()
    if (need.state === 'draft') {
      if (!(await saveDraft(tx, id, version, content))) throw changed()
      await record('need.drafted', { needId: id, organisationId, version })
    } else if (need.state === 'published') {
      await aboutToPublish(tx, announcer, { id, organisationId, version: version + 1, content })
      const next = await publishVersion(tx, { id, from: 'published', version, content, reason, by: actor.userId })
      if (next === null) throw changed()
      await record('need.amended', { needId: id, organisationId, version: next })
      await audit('need.amended', { needId: id }, { ...publishedFacts(next, content), reason })
    } else {
      throw new Problem('need.not-published', 'This need has ended; post a new one.')
    }
    return viewNeed(await needFor(tx, actor, id, 'need.read'), actor.organisationId)
  }
