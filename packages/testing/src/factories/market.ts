import {
  insertNeed,
  insertOrganisations,
  insertPassport,
  insertPublishedPassports,
  publishPassport,
  publishVersion,
  record,
  type Transaction,
} from '@enlace/database'
import {
  asId,
  blankNeed,
  blankPassport,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type OrganisationKind,
  type PassportContent,
  type PassportId,
} from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

/** A need that says little; a test names what it is about. */
export const needContent = (given: Partial<NeedContent> = {}): NeedContent => ({
  ...blankNeed,
  title: 'Dust suppressant',
  text: 'Acrylic dust suppressant for unpaved haul roads of a copper mine.',
  ...given,
})

/** A passport with one capability in the given words. */
export const passportContent = (text: string, given: Partial<PassportContent> = {}): PassportContent => ({
  ...blankPassport,
  capabilities: [{ id: asId(uuidv7()), text, categories: [], capacity: null, leadTimeDays: null, minimumOrder: null }],
  ...given,
})

/** Adds an organisation and returns its id. */
export async function makeOrganisation(
  tx: Transaction,
  kind: OrganisationKind,
  name: string = kind,
): Promise<OrganisationId> {
  const id = asId<OrganisationId>(uuidv7())
  await tx.execute(
    sql`insert into organisations (id, kind, name, slug, country) values (${id}, ${kind}, ${name}, ${id}, 'CL')`,
  )
  return id
}

/** Adds a supplier with a published passport, as publishing in the product does. */
export async function makeSupplier(tx: Transaction, name: string, content: PassportContent): Promise<OrganisationId> {
  const organisationId = await makeOrganisation(tx, 'supplier', name)
  await insertPassport(tx, { id: asId<PassportId>(uuidv7()), organisationId, content })
  const version = await publishPassport(tx, organisationId, 1, null)
  await record(tx, 'passport.published', { organisationId, version: version ?? 0 }, { organisationId })
  return organisationId
}

/** Adds so many suppliers whose passports say the same, as an import does, without telling anybody; returns their ids. */
export async function makeSuppliers(
  tx: Transaction,
  count: number,
  content: PassportContent,
): Promise<OrganisationId[]> {
  const ids = Array.from({ length: count }, () => asId<OrganisationId>(uuidv7()))
  const firms = ids.map((id) => ({ id, kind: 'supplier' as const, name: `Firm ${id}`, country: 'CL', region: null }))
  await insertOrganisations(tx, firms)
  const passports = ids.map((organisationId) => ({ id: asId<PassportId>(organisationId), organisationId, content }))
  await insertPublishedPassports(tx, passports, null)
  return ids
}

/** Adds a published need of a buyer, as posting in the product does. */
export async function makeNeed(tx: Transaction, organisationId: OrganisationId, content: NeedContent): Promise<NeedId> {
  const id = asId<NeedId>(uuidv7())
  await insertNeed(tx, { id, organisationId, content, createdBy: null })
  const version = await publishVersion(tx, { id, from: 'draft', version: 0, content, reason: '', by: null })
  await record(tx, 'need.published', { needId: id, organisationId, version: version ?? 0 }, { organisationId })
  return id
}
