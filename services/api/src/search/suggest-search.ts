import type { SearchSuggestion, suggestSearch as contract } from '@enlace/contracts'
import { asActor, readNeeds, readPublishedPassports, today, type Database } from '@enlace/database'
import { asId, can, Problem, significantDigits, type NeedId, type OrganisationId } from '@enlace/domain'
import { dayNumber, noDeadline } from '@enlace/search'
import { suggestCategories } from '@enlace/taxonomy'

import type { OpenHandler } from '../http/mount.ts'
import type { Finder, Wanted } from './finder.ts'
import { isOpenToEveryone, needsSearched } from './search-needs.ts'
import { suppliersSearched } from './search-suppliers.ts'

const perKind = 4
const wanted = (words: string): Wanted => ({
  words,
  filters: [],
  facets: [],
  sort: 'relevance',
  deadline: null,
  offset: 0,
  limit: perKind,
  onlyNames: true,
})

/** What somebody who types this may mean: names of suppliers, titles of open needs, categories. */
export const suggestSearch =
  (database: Database, find: Finder): OpenHandler<typeof contract> =>
  async ({ actor, query }) => {
    if (!can(actor, 'search.suppliers', null) || !can(actor, 'search.needs', null))
      throw new Problem('identity.forbidden', 'Your role does not search.')
    const day = await asActor(database, actor, today)
    const [suppliers, needs] = await Promise.all([
      find(actor, suppliersSearched, wanted(query.query)),
      find(actor, needsSearched, { ...wanted(query.query), deadline: { from: dayNumber(day), until: noDeadline } }),
    ])
    const [supplierRows, needRows] = await asActor(
      database,
      actor,
      async (tx) =>
        [
          await readPublishedPassports(
            tx,
            suppliers.ids.map((id) => asId<OrganisationId>(id)),
          ),
          (
            await readNeeds(
              tx,
              needs.ids.map((id) => asId<NeedId>(id)),
            )
          ).filter(isOpenToEveryone),
        ] as const,
    )
    const inOrder = <Row>(ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): Row[] =>
      ids.flatMap((id) => rows.find((row) => idOf(row) === id) ?? [])
    const items: SearchSuggestion[] = [
      ...inOrder(suppliers.ids, supplierRows, (row) => row.organisationId).map((row) => ({
        kind: 'supplier' as const,
        id: row.organisationId,
        label: row.name,
        country: row.facts.country,
      })),
      ...inOrder(needs.ids, needRows, (row) => row.id).map((row) => ({
        kind: 'need' as const,
        id: row.id,
        label: row.title,
        country: row.place?.country ?? null,
      })),
      ...suggestCategories(query.query, query.language, perKind).map(({ code, label }) => ({
        kind: 'category' as const,
        path: `${code.scheme} ${significantDigits(code.code)}`,
        label,
      })),
    ]
    return { items, degraded: suppliers.degraded || needs.degraded }
  }
