import type {
  acceptTerms as acceptContract,
  readTerms as readContract,
  setAnnex as annexContract,
  setTerms as setContract,
  TermsView,
} from '@enlace/contracts'
import {
  insertAcceptance,
  insertTerms,
  keepAnnex,
  listAcceptances,
  listTerms,
  readAcceptedAt,
  readAnnex,
  type ChallengeRow,
  type Transaction,
} from '@enlace/database'
import { can, Problem, stampedText, templateTexts, termsTemplates, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { briefedFor } from './candidates.ts'
import { challengeFor } from './challenge-for.ts'
import { stampOf } from './challenge-view.ts'

async function viewTerms(tx: Transaction, actor: MemberActor, challenge: ChallengeRow): Promise<TermsView> {
  const { id, content } = challenge
  const mine = challenge.organisationId === actor.organisationId
  const [current = null, previous = null] = await listTerms(tx, id)
  const language = content.language === 'es' ? 'es' : 'en'
  const acceptedAt = current === null ? null : await readAcceptedAt(tx, id, current.version, current.tier)
  return {
    mine,
    language,
    templates: Object.fromEntries(
      termsTemplates.map((one) => [one, templateTexts(one, language)]),
    ) as TermsView['templates'],
    current,
    previous,
    acceptedAt,
    mayAccept:
      current !== null && acceptedAt === null && can(actor, 'terms.accept', { organisationId: actor.organisationId }),
    acceptances: mine ? await listAcceptances(tx, id) : [],
    ...(await readAnnex(tx, id)),
  }
}

export const readTerms: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  viewTerms(tx, actor, await challengeFor(tx, params.id))

/** Sets the next version of the terms, where the caller saw the last. */
export const setTerms: Handler<typeof setContract> = async ({ tx, actor, params, body, record }) => {
  const challenge = await briefedFor(tx, actor, params.id)
  const { id, organisationId } = challenge
  const [last] = await listTerms(tx, id)
  const version = body.version + 1
  const stamp = stampOf(stampedText(['enlace-terms-1', id, { ...body, version }]))
  if ((last?.version ?? 0) !== body.version || !(await insertTerms(tx, id, { ...body, version, stamp }, actor.userId)))
    throw new Problem('thing.changed', 'Somebody set other terms meanwhile. Look at them before you save.')
  await record('terms.set', { needId: id, organisationId, version })
  return viewTerms(tx, actor, challenge)
}

export const setAnnex: Handler<typeof annexContract> = async ({ tx, actor, params, body }) => {
  const challenge = await briefedFor(tx, actor, params.id)
  await keepAnnex(tx, challenge.id, body.text)
  return viewTerms(tx, actor, challenge)
}

/** Accepts the terms in force, letter by letter: another stamp is another text. */
export const acceptTerms: Handler<typeof acceptContract> = async ({ tx, actor, params, body, record }) => {
  const challenge = await challengeFor(tx, params.id)
  const { id, organisationId } = challenge
  if (!can(actor, 'terms.accept', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Your role does not bind your organisation to terms.')
  const [current] = await listTerms(tx, id)
  if (current === undefined || current.version !== body.version || current.stamp !== body.stamp)
    throw new Problem('thing.changed', 'These are not the terms in force. Read them again before you accept.')
  const by = { organisationId: actor.organisationId, userId: actor.userId }
  await insertAcceptance(tx, { needId: id, version: body.version, stamp: body.stamp, ...by })
  await record('terms.accepted', {
    needId: id,
    organisationId,
    version: body.version,
    acceptedBy: actor.organisationId,
  })
  return viewTerms(tx, actor, challenge)
}
