import { findPerson, type Transaction } from '@enlace/database'
import { assert, type MemberActor, type OrganisationId } from '@enlace/domain'

import type { Demo } from './demo.ts'
import { demoId } from './demo-id.ts'

/** Somebody of the demo who acts in it. */
export type Player = MemberActor & { readonly email: string }
/** The people who speak for an organisation, by its key: the one behind its door or its owner first. */
export type Cast = (organisation: string, order?: number) => Player

/** Finds everybody who acts, under the ids that the installation knows them by. */
export async function findCast(tx: Transaction, demo: Demo): Promise<Cast> {
  const kinds = new Map(demo.organisations.map(({ key, kind }) => [key, kind]))
  const players = new Map<string, Player[]>()
  for (const { email, memberOf } of demo.people)
    for (const { organisation, role } of memberOf) {
      const [person, organisationKind] = [await findPerson(tx, email), kinds.get(organisation)]
      assert(person !== null && organisationKind !== undefined, 'everybody of the demo is there by now')
      const organisationId = demoId<OrganisationId>('organisation', organisation)
      const player = { kind: 'member', userId: person.id, organisationId, organisationKind, role, email } as const
      players.set(organisation, [...(players.get(organisation) ?? []), player])
    }
  return (organisation, order = 0) => {
    const player = players.get(organisation)?.[order]
    assert(player !== undefined, `${organisation} has somebody who acts for it`)
    return player
  }
}
