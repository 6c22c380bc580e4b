import { randomBytes } from 'node:crypto'

import type { Endpoint, Input, Output } from '@enlace/contracts'
import { happenings } from '@enlace/api/http/happenings'
import type { Handler } from '@enlace/api/http/mount'
import { openSigner } from '@enlace/api/audit/audit-signer'
import { actAs, speakAs, type Transaction } from '@enlace/database'
import { system, type MemberActor } from '@enlace/domain'
import * as z from 'zod/mini'

/** Receipts that a demo's people would get are handed to nobody; the platform signs them with its own key whenever one asks. */
const signer = openSigner(randomBytes(32).toString('base64'))

/** What a request says, before its contract fills in what was left out. */
export type Said = { readonly params?: object; readonly query?: object; readonly body?: object }

/** Speaks, for what `play` does, as the API does. */
export async function onStage<Answer>(tx: Transaction, play: () => Promise<Answer>): Promise<Answer> {
  await speakAs(tx, 'enlace_app')
  const answer = await play()
  await asTheSystem(tx)
  return answer
}

/** Lets the system do something between two acts, such as let time pass. */
export async function behindTheScenes<Answer>(tx: Transaction, work: () => Promise<Answer>): Promise<Answer> {
  await asTheSystem(tx)
  const answer = await work()
  await speakAs(tx, 'enlace_app')
  return answer
}

async function asTheSystem(tx: Transaction): Promise<void> {
  await actAs(tx, system)
  await speakAs(tx, 'enlace_system')
}

/**
 * Lets a person of the demo do what one request does, within the transaction that loads it: the same handler, behind the
 * same walls, with its events and its entries of the audit log.
 */
export async function act<E extends Endpoint>(
  tx: Transaction,
  actor: MemberActor,
  [endpoint, handler]: readonly [E, Handler<E>],
  said: Said,
): Promise<Output<E>> {
  const input = {
    params: endpoint.params === undefined ? undefined : z.parse(endpoint.params, said.params ?? {}),
    query: endpoint.query === undefined ? undefined : z.parse(endpoint.query, said.query ?? {}),
    body: endpoint.body === undefined ? undefined : z.parse(endpoint.body, said.body ?? {}),
  } as Input<E>
  const requestId = 'demo'
  await actAs(tx, actor)
  const { checkWritten, ...happens } = happenings(tx, actor, { requestId, signer })
  const output = await handler({ ...input, ...happens, actor, requestId, tx })
  checkWritten()
  return output
}
