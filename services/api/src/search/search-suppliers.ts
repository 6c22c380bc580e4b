import { supplierFacets, type FoundSupplier, type searchSuppliers as contract } from '@enlace/contracts'
import { asActor, readPublishedPassports, today, type Database, type PublishedPassport } from '@enlace/database'
import { asId, can, disclosedTo, Problem, sizeBand, type CategoryCode, type OrganisationId } from '@enlace/domain'
import { excerptOf, schemeName, supplierIndex, supplierShape } from '@enlace/search'

import type { OpenHandler } from '../http/mount.ts'
import { filtersOf } from './filters-of.ts'
import { findPage } from './find-page.ts'
import type { Finder, Searched } from './finder.ts'
import { noteIfMissed, type MissedSearches } from './missed-searches.ts'

export const suppliersSearched: Searched = { name: 'suppliers', plan: supplierIndex, shape: supplierShape }

/** Suppliers that everyone may find; the rows are read anew as the actor, so the index decides only the order. */
export const searchSuppliers =
  (database: Database, find: Finder, misses: MissedSearches): OpenHandler<typeof contract> =>
  async ({ actor, query }) => {
    if (!can(actor, 'search.suppliers', null))
      throw new Problem('identity.forbidden', 'Your role does not search suppliers.')
    const asked = {
      words: query.query,
      filters: filtersOf(query, supplierFacets),
      facets: supplierFacets,
      sort: query.sort,
      deadline: null,
    }
    const page = await findPage(find, actor, suppliersSearched, asked, query.cursor, query.limit)
    noteIfMissed(misses, actor, 'suppliers', query, page)
    const { rows, day } = await asActor(database, actor, async (tx) => ({
      rows: await readPublishedPassports(
        tx,
        page.ids.map((id) => asId<OrganisationId>(id)),
      ),
      day: await today(tx),
    }))
    const byId = new Map(rows.map((row) => [String(row.organisationId), row]))
    return {
      items: page.ids.flatMap((id) => byId.get(id) ?? []).map((row) => toFound(row, query.query, day)),
      next: page.next,
      total: page.total,
      facets: page.facets.map(({ facet, values }) => ({
        name: facet as (typeof supplierFacets)[number],
        values: [...values],
      })),
      degraded: page.degraded,
    }
  }

const codesOf = (entries: readonly { readonly categories: readonly CategoryCode[] }[]): CategoryCode[] => [
  ...new Map(
    entries.flatMap((entry) => entry.categories).map((code) => [`${code.scheme} ${code.code}`, code]),
  ).values(),
]

/** Categories and certificates that a row of a list has room for. */
const shownLimit = 6
/** Sites of one supplier that a map of many has room for. */
const sitesLimit = 5

function toFound(row: PublishedPassport, words: string, day: string): FoundSupplier {
  const { headline, about, facts, capabilities, references, certificates } = disclosedTo(row, 'everyone')
  const held = certificates.map((one) => ({
    scheme: schemeName(one.scheme),
    expired: one.expiresOn !== null && one.expiresOn < day,
  }))
  return {
    supplier: {
      id: row.organisationId,
      name: row.name,
      headline,
      country: facts.country,
      region: facts.region,
      staff: facts.staff,
      size: sizeBand(facts.staff),
      languages: [...facts.languages],
    },
    categories: codesOf([...capabilities, ...references]).slice(0, shownLimit),
    certificates: [...new Map(held.map((one) => [one.scheme, one])).values()].slice(0, shownLimit),
    sites: facts.sites.slice(0, sitesLimit),
    publishedAt: row.publishedAt,
    excerpt: excerptOf(
      [...capabilities.map(({ text }) => text), ...references.map(({ text }) => text), headline, about],
      words,
    ),
  }
}
