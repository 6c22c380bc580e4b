import { v7 as uuidv7 } from 'uuid'

import {
  asSystem,
  findPerson,
  insertMember,
  insertOrganisation,
  insertPerson,
  type Transaction,
} from '@enlace/database'
import { asId, assert, type OrganisationId, type OrganisationKind, type UserId } from '@enlace/domain'

import { openSession } from './open-session.ts'
import type { IdentitySettings, Visitor, WithCookies } from './settings.ts'

export const demoRoles = ['buyer', 'supplier', 'agency', 'admin'] as const
export type DemoRole = (typeof demoRoles)[number]

/** The address by which the demo's data and its one click mean the same person. */
export const demoEmail = (as: DemoRole): string => `${as}@demo.enlace.example`

const kinds: Readonly<Record<DemoRole, OrganisationKind>> = {
  buyer: 'buyer',
  supplier: 'supplier',
  agency: 'agency',
  admin: 'platform',
}
const names: Readonly<Record<DemoRole, readonly [person: string, organisation: string]>> = {
  buyer: ['Beatriz Lagos', 'Demo buyer'],
  supplier: ['Tomás Huanca', 'Demo supplier'],
  agency: ['Inés Ferreira', 'Demo agency'],
  admin: ['Ana Roldán', 'Enlace platform'],
}

/** The demo's person; made with an empty organisation where the demo's data brought none. */
async function demoPerson(tx: Transaction, as: DemoRole): Promise<UserId> {
  const known = await findPerson(tx, demoEmail(as))
  if (known !== null) return known.id
  const [name, organisation] = names[as]
  await insertPerson(tx, { id: asId<UserId>(uuidv7()), name, email: demoEmail(as), locale: 'en' })
  const person = await findPerson(tx, demoEmail(as))
  assert(person !== null, 'a person inserted in this transaction is there')
  const organisationId = asId<OrganisationId>(uuidv7())
  await insertOrganisation(tx, { id: organisationId, kind: kinds[as], name: organisation, country: null, region: null })
  await insertMember(tx, { organisationId, userId: person.id, role: 'owner' })
  return person.id
}

/** Signs in as a person of the demo, with no question asked; callers make sure that this is a demo. */
export async function signInToDemo(
  settings: IdentitySettings,
  visitor: Visitor,
  as: DemoRole,
): Promise<WithCookies<{ next: 'done' }>> {
  const userId = await asSystem(settings.database, (tx) => demoPerson(tx, as))
  const { cookies } = await openSession(settings, userId, visitor)
  return { value: { next: 'done' }, cookies }
}
