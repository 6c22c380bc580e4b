import { findPerson, insertMember, insertPerson, type Transaction } from '@enlace/database'
import { asId, type MemberRole, type OrganisationId, type UserId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'

/** Adds a person with a confirmed address and returns its id; each has a mail domain of its own, since one that is shared is a conflict of interest. */
export async function makePerson(
  tx: Transaction,
  email = `person@${uuidv7()}.example`,
  name = 'A person',
): Promise<UserId> {
  await insertPerson(tx, { id: asId<UserId>(uuidv7()), name, email, locale: 'en' })
  const person = await findPerson(tx, email)
  if (person === null) throw new Error('a person inserted in this transaction is not there')
  return person.id
}

/** Adds a person who is a member of an organisation, and returns the person's id. */
export async function makeMember(
  tx: Transaction,
  organisationId: OrganisationId,
  role: MemberRole = 'owner',
  email?: string,
): Promise<UserId> {
  const userId = await makePerson(tx, email)
  await insertMember(tx, { organisationId, userId, role })
  return userId
}
