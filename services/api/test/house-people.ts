import { asSystem, openDatabase, type Database } from '@enlace/database'
import type { MemberRole, OrganisationId, OrganisationKind } from '@enlace/domain'
import { createIdentity, openSession } from '@enlace/identity'
import { makeMember, makeOrganisation, makeSupplier, passportContent, type SharedHouse } from '@enlace/testing'
import type { Browser } from 'playwright-core'

import { desk, visit, type Look, type Visit } from '../../../web/src/testing/visit.ts'

export type Person = { readonly organisationId: OrganisationId; readonly look: (look?: Look) => Promise<Visit> }
export type HousePeople = {
  /** A pool as enlace_system, for what no page does. */
  readonly system: Database
  readonly organisation: (kind: OrganisationKind, name: string) => Promise<OrganisationId>
  /** Somebody of an organisation, who can open a window signed in. */
  readonly person: (organisationId: OrganisationId, role: MemberRole) => Promise<Person>
  readonly close: () => Promise<void>
}

/** Makes organisations and their people in a house, each with a browser of their own. */
export function openHousePeople(house: SharedHouse, browser: Browser): HousePeople {
  const { DATABASE_URL: url = '', SECRET: secret = '' } = house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
  const pool = openDatabase({ url, role: 'enlace_identity', maxConnections: 2 })
  const identity = createIdentity({ database: pool, secret, publicUrl: house.url })
  const visitor = { cookie: undefined, address: '127.0.0.1', userAgent: 'test' }
  return {
    system,
    organisation: (kind, name) =>
      asSystem(system, (tx) =>
        kind === 'supplier'
          ? makeSupplier(tx, name, passportContent(`${name}: fog cannons`))
          : makeOrganisation(tx, kind, name),
      ),
    person: async (organisationId, role) => {
      const userId = await asSystem(system, (tx) => makeMember(tx, organisationId, role))
      return {
        organisationId,
        look: async (look = desk) => {
          const seen = await visit(browser, house.url, look)
          const { cookies } = await openSession(identity.settings, userId, visitor)
          await seen.context.addCookies(
            cookies.map((line) => {
              const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
              return { name, value, url: house.url }
            }),
          )
          return seen
        },
      }
    },
    close: async () => {
      await Promise.all([system.close(), pool.close()])
    },
  }
}
