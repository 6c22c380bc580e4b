import { readAsSystem, readFirmFacts, type Database } from '@enlace/database'
import { type FieldFault, type FirmFacts, type OrganisationId, TwinFinder, type TwinReason } from '@enlace/domain'

import type { SupplierItem } from '../suppliers/read-supplier.ts'

/** Tells of a new row which firm it is probably the same as. */
export type Lookalikes = {
  readonly meet: (row: {
    readonly organisationId: OrganisationId
    readonly item: SupplierItem
  }) => readonly FieldFault[]
}

const reasonWords: Readonly<Record<TwinReason, string>> = {
  'same-tax': 'same tax number',
  'other-tax': 'another tax number',
  'same-name': 'same name but for the legal form',
  'like-name': 'a name spelt alike',
  'same-website': 'same website',
  'same-mail': 'same mail address house',
  'same-town': 'same town',
  'same-region': 'same region',
  'other-town': 'another town',
}

const factsOf = (id: OrganisationId, { name, taxId, content }: SupplierItem): FirmFacts => ({
  id,
  name,
  taxId,
  country: content.facts.country,
  region: content.facts.region,
  town: content.facts.sites[0]?.locality ?? null,
  website: content.website,
  email: content.contactEmail,
})

/** Knows the firms in an agency's care, read once an import, and the rows that came before. Nothing is joined by itself. */
export async function openLookalikes(database: Database, agencyId: OrganisationId): Promise<Lookalikes> {
  const finder = new TwinFinder()
  for (const firm of await readAsSystem(database, (tx) => readFirmFacts(tx, agencyId))) finder.add(firm)
  return {
    meet: ({ organisationId, item }) => {
      const facts = factsOf(organisationId, item)
      const [twin] = finder.find(facts)
      finder.add(facts)
      if (twin === undefined) return []
      const why = twin.reasons.map((reason) => reasonWords[reason]).join(', ')
      const message = `Looks like ${twin.firm.name}: ${why}. It comes in as a firm of its own; join the two under Firms if they are one.`
      return [{ path: 'name', code: 'lookalike', message }]
    },
  }
}
