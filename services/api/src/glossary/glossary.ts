import type {
  deleteGlossaryLine as deleteContract,
  putGlossaryLine as putContract,
  readGlossary as readContract,
} from '@enlace/contracts'
import { keepGlossary, lockGlossary, readGlossary as read, type Transaction } from '@enlace/database'
import { assert, isSameLine, Problem, withLine, type GlossaryLine, type MemberActor } from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'
import { checkGlossary } from './check-glossary.ts'

export const readGlossary: Handler<typeof readContract> = async ({ tx, actor }) => {
  checkGlossary(actor, 'glossary.read')
  return { items: (await read(tx)).map(({ id, phrases }) => ({ id, phrases: [...phrases] })) }
}

/** Adds a line, or replaces that of its id; saying the same again changes nothing and ranks nothing. */
export const putGlossaryLine: Handler<typeof putContract> = async ({ tx, actor, params, body, record }) => {
  checkGlossary(actor, 'glossary.keep')
  const { lines } = await lockGlossary(tx, actor.organisationId)
  const changed = withLine(lines, { id: params.id, phrases: body.phrases })
  const [before, after] = [lines, changed].map((all) => all.find(({ id }) => id === params.id))
  assert(after !== undefined, 'a line that was put is there')
  if (before === undefined || !isSameLine(before, after)) await keep(tx, actor, changed, record)
  return { id: after.id, phrases: [...after.phrases] }
}

export const deleteGlossaryLine: Handler<typeof deleteContract> = async ({ tx, actor, params, record }) => {
  checkGlossary(actor, 'glossary.keep')
  const { lines } = await lockGlossary(tx, actor.organisationId)
  const left = lines.filter(({ id }) => id !== params.id)
  if (left.length === lines.length)
    throw new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')
  await keep(tx, actor, left, record)
  return undefined
}

async function keep(
  tx: Transaction,
  { organisationId, organisationKind, userId }: MemberActor,
  lines: readonly GlossaryLine[],
  record: Call<typeof putContract>['record'],
): Promise<void> {
  await keepGlossary(tx, organisationId, lines, userId)
  await record('glossary.changed', { organisationId, of: organisationKind === 'supplier' ? 'passport' : 'needs' })
}
