import {
  actAs,
  decideBrief,
  findPerson,
  insertBrief,
  insertBuyer,
  insertNeed,
  keepPart,
  layBefore,
  record,
  type Transaction,
} from '@enlace/database'
import { assert, system, type NeedId, type OrganisationId, type UserId } from '@enlace/domain'

import type { Demo } from './demo.ts'
import { demoId } from './demo-id.ts'

/** Prepares challenges for several buyers: approved by the agency's board, waiting for those that have not answered. */
export async function prepareBrokered(tx: Transaction, demo: Demo): Promise<void> {
  for (const { agency, content, brief, buyers } of demo.brokered) {
    const organisationId = demoId<OrganisationId>('organisation', agency)
    const needId = demoId<NeedId>('brokered', `${agency}/${content.title}`)
    await insertNeed(tx, { id: needId, organisationId, content, createdBy: null })
    await insertBrief(tx, { needId, organisationId, content: brief, quorum: 1, by: await personOf(tx, demo, agency) })
    await layBefore(tx, needId, 1)
    await decideBrief(tx, needId, 'approved')
    for (const { organisation, joined } of buyers) {
      const buyerId = demoId<OrganisationId>('organisation', organisation)
      await insertBuyer(tx, needId, buyerId)
      if (joined !== null) await joinAs(tx, needId, buyerId, await personOf(tx, demo, organisation), joined)
      await record(tx, 'buyer.asked', { needId, organisationId, buyerId }, { organisationId })
    }
  }
}

type Joined = NonNullable<Demo['brokered'][number]['buyers'][number]['joined']>

/** A buyer says for itself how it takes part. */
async function joinAs(
  tx: Transaction,
  needId: NeedId,
  organisationId: OrganisationId,
  userId: UserId,
  joined: Joined,
): Promise<void> {
  await actAs(tx, { kind: 'member', organisationId, organisationKind: 'buyer', role: 'buyer', userId })
  await keepPart(tx, needId, joined)
  await actAs(tx, system)
}

/** Who speaks for an organisation of the demo, under the id that the installation knows this person by. */
async function personOf(tx: Transaction, demo: Demo, key: string): Promise<UserId> {
  const one = demo.people.find(({ memberOf }) => memberOf.some(({ organisation }) => organisation === key))
  const person = one === undefined ? null : await findPerson(tx, one.email)
  assert(person !== null, 'somebody speaks for every organisation of the demo that acts')
  return person.id
}
