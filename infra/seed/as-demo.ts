import { assert, type OrganisationId } from '@enlace/domain'
import { demoEmail } from '@enlace/identity'

import type { Demo } from '../demo/demo.ts'
import type { DemoWorld } from './demo-world.ts'

const dayMs = 86_400_000

/** The generated world in the form that the loader takes: by keys instead of ids, and only what is published. */
export function asDemo(world: DemoWorld, today: string): Demo {
  const keys = new Map(world.organisations.map(({ id, slug }) => [id, slug]))
  const keyOf = (id: OrganisationId): string => {
    const key = keys.get(id)
    assert(key !== undefined, 'whatever the demo world holds belongs to one of its organisations')
    return key
  }
  return {
    organisations: world.organisations.map(({ id, kind, name, country, region }) => {
      assert(country !== null, 'every organisation of the demo world has a country')
      return { key: keyOf(id), kind, name, country, region }
    }),
    passports: world.passports.map(({ organisationId, content }) => ({ organisation: keyOf(organisationId), content })),
    needs: world.needs
      .filter(({ state }) => state === 'published')
      .map(({ id, organisationId, publishedAt, content }) => ({
        key: id,
        organisation: keyOf(organisationId),
        content,
        publishedDaysAgo: publishedAt === null ? 0 : (Date.parse(today) + dayMs - Date.parse(publishedAt)) / dayMs,
      })),
    people: world.people.map(({ email, name, locale, organisationId, role, door }) => ({
      email: door === null ? email : demoEmail(door),
      name,
      locale,
      memberOf: [{ organisation: keyOf(organisationId), role }],
    })),
    firms: world.care.map(({ agencyId, organisationId }) => ({
      agency: keyOf(agencyId),
      organisation: keyOf(organisationId),
    })),
    linkages: world.linkages.map(({ buyerId, supplierId, needId, ...story }) => ({
      ...story,
      buyer: keyOf(buyerId),
      supplier: keyOf(supplierId),
      need: needId,
    })),
    innovations: world.innovations.map(({ organisationId, ...text }) => ({
      organisation: keyOf(organisationId),
      ...text,
    })),
    brokered: world.brokered.map(({ agencyId, buyers, ...said }) => ({
      ...said,
      agency: keyOf(agencyId),
      buyers: buyers.map(({ organisationId, joined }) => ({ organisation: keyOf(organisationId), joined })),
    })),
    challenges: world.challenges,
    calls: world.calls,
    matchdays: world.matchdays,
    searches: world.searches.map(({ house, ...search }) => {
      const buyer = world.organisations.find(({ name }) => name === house)
      assert(buyer !== undefined, 'whoever searches is one of the demo world')
      return { organisation: keyOf(buyer.id), ...search }
    }),
  }
}
