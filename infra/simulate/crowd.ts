import { asSystem, openDatabase } from '@enlace/database'
import type { OrganisationKind } from '@enlace/domain'
import { createIdentity, openSession } from '@enlace/identity'
import { makeMember, makeOrganisation, Visitor, type TestHouse } from '@enlace/testing'

import { Answers, CarefulPerson } from './careful-person.ts'

export type Firm = CarefulPerson & { readonly organisationId: string }

/** Makes firms with one person each, who is signed in at every door of a house. */
export function openCrowd({ environment, url }: TestHouse, doors: readonly string[]) {
  const { DATABASE_URL: databaseUrl = '', SECRET: secret = '' } = environment
  const system = openDatabase({ url: databaseUrl, role: 'enlace_system', maxConnections: 2 })
  const pool = openDatabase({ url: databaseUrl, role: 'enlace_identity', maxConnections: 2 })
  const { settings } = createIdentity({ database: pool, secret, publicUrl: url })
  const answers = new Answers()
  return {
    answers,
    firm: async (kind: OrganisationKind, name: string): Promise<Firm> => {
      const [organisationId, userId] = await asSystem(system, async (tx) => {
        const made = await makeOrganisation(tx, kind, name)
        return [made, await makeMember(tx, made)]
      })
      const browser = { cookie: undefined, address: '127.0.0.1', userAgent: 'simulation' }
      const cookie = (await openSession(settings, userId, browser)).cookies
        .map((line) => line.split(';', 1)[0])
        .join('; ')
      const person = new CarefulPerson(
        doors.map((door) => new Visitor(door, cookie, url)),
        answers,
      )
      return Object.assign(person, { organisationId })
    },
    close: async (): Promise<void> => {
      await Promise.all([system.close(), pool.close()])
    },
  }
}
