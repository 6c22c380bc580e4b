import { asSystem, openDatabase } from '@enlace/database'
import type { MatchdayId, OrganisationId } from '@enlace/domain'
import { createIdentity, openSession } from '@enlace/identity'
import { makeMember, makeOrganisation, type TestHouse } from '@enlace/testing'

import { makeLargeMatchday } from './large-matchday.ts'

/** Somebody who is signed in. */
export type Signed = { readonly organisationId: OrganisationId; readonly cookie: string }
export type CrowdedMatchday = {
  readonly id: MatchdayId
  readonly agency: Signed
  readonly firms: readonly Signed[]
  readonly slots: number
  readonly places: number
}

const slots = 40
const signedInAtOnce = 8
const visitor = { cookie: undefined, address: '127.0.0.1', userAgent: 'bench' }

/** A large matchday in a house with a person of each firm: every host meets somebody in every slot, and a third of the places is free. */
export async function makeCrowdedMatchday(house: TestHouse, firmCount: number): Promise<CrowdedMatchday> {
  const { DATABASE_URL: url = '', SECRET: secret = '' } = house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: signedInAtOnce })
  const pool = openDatabase({ url, role: 'enlace_identity', maxConnections: signedInAtOnce })
  const { settings } = createIdentity({ database: pool, secret, publicUrl: house.url })
  const signIn = async (organisationId: OrganisationId): Promise<Signed> => {
    const { cookies } = await openSession(
      settings,
      await asSystem(system, (tx) => makeMember(tx, organisationId)),
      visitor,
    )
    return { organisationId, cookie: cookies.map((line) => line.split(';', 1)[0]).join('; ') }
  }
  const hosts = Math.max(2, Math.round(firmCount / 10))
  const spare = Math.round(hosts / 2)
  const agency = await asSystem(system, (tx) => makeOrganisation(tx, 'agency', 'Agency'))
  const size = { hosts, visitors: firmCount - hosts, slots, meetings: hosts * slots, spare }
  const large = await makeLargeMatchday(system, url, agency, size)
  const firms: Signed[] = []
  for (let from = 0; from < large.firms.length; from += signedInAtOnce)
    firms.push(...(await Promise.all(large.firms.slice(from, from + signedInAtOnce).map(signIn))))
  const organiser = await signIn(agency)
  await Promise.all([system.close(), pool.close()])
  return { id: large.id, agency: organiser, firms, slots, places: hosts + spare }
}
