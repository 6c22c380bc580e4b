import type { PassportView } from '@enlace/contracts'
import { readFiles, readPassportDesk, type PassportDesk, type Transaction } from '@enlace/database'
import {
  can,
  filesOf,
  Problem,
  blankPassport,
  unstatedFacts,
  type Action,
  type MemberActor,
  type OrganisationId,
  type PassportContent,
} from '@enlace/domain'

/**
 * The passport that the actor writes: its own, or that of a firm in its care. One that it may not write is not there,
 * except that its own people of any role may read it.
 */
export async function deskFor(
  tx: Transaction,
  actor: MemberActor,
  firm: OrganisationId | undefined,
  action: Action,
): Promise<PassportDesk> {
  const organisationId = firm ?? actor.organisationId
  const desk = await readPassportDesk(tx, organisationId)
  const isOwn = organisationId === actor.organisationId
  if (desk === null || !(isOwn || desk.inCare) || (!isOwn && desk.kind !== 'supplier'))
    throw new Problem('thing.not-found', 'There is no such firm, or it is not in your care.')
  if (desk.kind !== 'supplier') throw new Problem('identity.forbidden', 'Only suppliers have a passport.')
  // An agency reads what it writes; whoever of it may not write gets the public record instead.
  const asked = !isOwn && action === 'passport.read' ? 'passport.edit' : action
  if (!can(actor, asked, { organisationId, relatedIds: isOwn ? [] : [actor.organisationId] }))
    throw new Problem('identity.forbidden', 'Your role does not allow this with the passport.')
  return desk
}

const blank = (desk: PassportDesk): PassportContent => ({
  ...blankPassport,
  facts: { ...unstatedFacts, country: desk.country, region: desk.region },
})

/** A desk as the wire says it; where nothing was saved yet the passport begins with what is known of the firm. */
export async function viewDesk(tx: Transaction, desk: PassportDesk): Promise<PassportView> {
  const { organisationId, name, today, verifiers, passport } = desk
  const files = passport === null ? [] : await readFiles(tx, filesOf(passport.content))
  const none = { state: 'draft', version: 0, revision: 0, publishedAt: null, savedAt: null, changed: false } as const
  return { organisationId, name, today, verifiers, files, ...(passport ?? { ...none, content: blank(desk) }) }
}

/** The desk after a change of this transaction, for the answer. */
export async function reread(tx: Transaction, desk: PassportDesk): Promise<PassportView> {
  const now = await readPassportDesk(tx, desk.organisationId)
  if (now === null) throw new Problem('thing.not-found', 'There is no such firm.')
  return viewDesk(tx, now)
}

export const changedMeanwhile = (): Problem =>
  new Problem('thing.changed', 'Somebody saved this passport since you opened it. Load it again, your text is kept.')
