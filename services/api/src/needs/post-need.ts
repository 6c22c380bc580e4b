import { v7 as uuidv7 } from 'uuid'

import type { postNeed as contract } from '@enlace/contracts'
import { inOrder, insertNeed, publishVersion, readNeed, viewNeed } from '@enlace/database'
import type { Announcer } from '@enlace/messaging'
import { asId, assert, can, checkBrokered, Problem, type NeedId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { aboutToPublish } from './about-to-publish.ts'
import { publishedFacts } from './published-facts.ts'
import { settleNeed } from './settle-need.ts'

/** Writes a need down for the caller's organisation and, where asked, publishes it in the same breath. */
export const postNeed =
  (announcer: Announcer): Handler<typeof contract> =>
  async ({ tx, actor, body: { publish, ...written }, record, audit }) => {
    const content = settleNeed(written)
    const own = { organisationId: actor.organisationId }
    const action = content.kind === 'challenge' ? 'challenge.open' : 'need.post'
    if (!can(actor, action, own))
      throw new Problem('identity.forbidden', 'Only buyers of a buying organisation post needs.')
    if (actor.organisationKind === 'agency') checkBrokered(content, publish)
    const id = asId<NeedId>(uuidv7())
    const organisationId = actor.organisationId
    if (publish) await aboutToPublish(tx, announcer, { id, organisationId, version: 1, content })
    const [, version, , need] = await inOrder([
      insertNeed(tx, { id, organisationId, content, createdBy: actor.userId }),
      publish ? publishVersion(tx, { id, from: 'draft', version: 0, content, reason: '', by: actor.userId }) : 0,
      publish
        ? record('need.published', { needId: id, organisationId, version: 1 })
        : record('need.drafted', { needId: id, organisationId, version: 0 }),
      readNeed(tx, id),
      // Last, as everybody else who writes an entry waits from here on.
      publish ? audit('need.published', { needId: id }, publishedFacts(1, content)) : null,
    ])
    assert(version === (publish ? 1 : 0), 'a need inserted in this transaction is a draft')
    assert(need !== null, 'the owner sees its need')
    return viewNeed(need, organisationId)
  }
