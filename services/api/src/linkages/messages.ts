import type {
  listMessages as listContract,
  markRead as readContract,
  sendMessage as sendContract,
} from '@enlace/contracts'
import { attachFiles, countWritten, insertMessage, listMessages as list, markRead as mark } from '@enlace/database'
import { isLive, limitOf, Problem, type MessageLimit } from '@enlace/domain'

import { cutPage, fromCursor, invalidCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { absent, closed, linkageFor, named, sideFor } from './own-linkage.ts'
import { stepIfAllowed } from './step.ts'

const limits: Readonly<Record<MessageLimit, string>> = {
  unanswered: 'You wrote three times and have no answer yet. It is their turn.',
  minute: 'That is a lot for one minute. Wait a little, then send it again.',
  day: 'That is as much as one may write to one partner in a day.',
}

export const listMessages: Handler<typeof listContract> = async ({ tx, actor, params, query }) => {
  await linkageFor(tx, actor, params.id, 'linkage.enter')
  const before = fromCursor(query.cursor, { seq: 'number' })?.seq ?? null
  if (before !== null && (!Number.isInteger(before) || before < 0 || before > 2_147_483_647)) throw invalidCursor()
  const rows = await list(tx, actor.organisationId, params.id, { before, limit: query.limit + 1 })
  return cutPage(rows, query.limit, ({ seq }) => ({ seq }))
}

/** Writes to the other side. The first message proposes a conversation, and answering it is agreeing. */
export const sendMessage: Handler<typeof sendContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (!isLive(linkage.stage)) throw closed()
  if (linkage.blockedBy !== null)
    throw new Problem('linkage.blocked', 'One of you closed this room; neither can write until it is opened again.')
  const { organisationId, userId } = actor
  const limit = limitOf(await countWritten(tx, params.id, organisationId))
  if (limit !== null) throw new Problem('linkage.limit', limits[limit])
  const message = { linkageId: params.id, organisationId, userId, text: body.text }
  const seq = await insertMessage(tx, message)
  if (!(await attachFiles(tx, { linkageId: params.id, seq, organisationId }, body.fileIds))) throw absent()
  if (linkage.stage === 'match')
    await stepIfAllowed({ tx, actor, record }, linkage, { kind: 'step', to: 'conversation' })
  await mark(tx, params.id, organisationId, seq)
  await record('message.sent', { ...named(linkage), seq, by: linkage.side })
  const [sent] = await list(tx, organisationId, params.id, { before: null, limit: 1 })
  if (sent === undefined) throw absent()
  return sent
}

/** Notes how far the actor's organisation has read; the other side sees it. */
export const markRead: Handler<typeof readContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  const { farther, unread } = await mark(tx, params.id, actor.organisationId, body.seq)
  if (farther) await record('linkage.changed', named(linkage))
  return { unread }
}
