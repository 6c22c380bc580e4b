import type { Output, readSupplier as contract } from '@enlace/contracts'
import {
  readFiles,
  readPublishedSupplier,
  readSurvivor,
  type PublishedSupplier,
  type Transaction,
} from '@enlace/database'
import { can, disclosedTo, filesOf, Problem, withheldFrom, type MemberActor, type OrganisationId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

/** What a supplier has become that was joined into another one, for those who may know; the answer bears that one's id. */
async function readMerged(tx: Transaction, absorbedId: OrganisationId): Promise<PublishedSupplier | null> {
  const survivorId = await readSurvivor(tx, absorbedId)
  return survivorId === null ? null : readPublishedSupplier(tx, survivorId)
}

/** The published passport of a supplier as the actor may see it; null where there is none for it. */
export async function supplierFor(
  tx: Transaction,
  actor: MemberActor,
  organisationId: OrganisationId,
): Promise<Output<typeof contract> | null> {
  const supplier = (await readPublishedSupplier(tx, organisationId)) ?? (await readMerged(tx, organisationId))
  const seen =
    supplier !== null &&
    can(actor, 'passport.read', { organisationId: supplier.organisationId, published: true, walled: supplier.walled })
  if (!seen) return null
  const content = disclosedTo(supplier.content, supplier.audience)
  // A name of a verifier would say that a certificate is there.
  const verifiers = supplier.verifiers.filter(({ id }) =>
    content.certificates.some((certificate) => certificate.verifiedBy === id),
  )
  const files = await readFiles(tx, filesOf(content))
  return { ...supplier, content, verifiers, files, withheld: [...withheldFrom(supplier.content, supplier.audience)] }
}

/** The published passport of a supplier as the caller may see it. */
export const readSupplier: Handler<typeof contract> = async ({ tx, actor, params: { organisationId } }) => {
  if (!can(actor, 'passport.read', { organisationId, published: true }))
    throw new Problem('identity.forbidden', 'Your role does not allow this.')
  const supplier = await supplierFor(tx, actor, organisationId)
  if (supplier === null) throw new Problem('passport.not-found', 'This supplier has no published passport.')
  return supplier
}
