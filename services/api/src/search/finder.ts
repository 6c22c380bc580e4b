import { asActor, findSearchRows, readLeftOut, type Database, type SearchIndexName } from '@enlace/database'
import type { Actor } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'
import { countsOf, findInIndex, type FindQuery, type Found, type IndexPlan, type Search } from '@enlace/search'

import { rowTerms, rowWords } from './row-query.ts'

/** What is asked of a finder; what is stale it knows itself. */
export type Wanted = Omit<FindQuery, 'without'>
/** What is searched: an index, and the shape of documents it must have been made with. */
export type Searched = { readonly name: SearchIndexName; readonly plan: IndexPlan; readonly shape: string }
export type Finding = Found & { readonly degraded: boolean }
export type Finder = (actor: Actor, searched: Searched, wanted: Wanted) => Promise<Finding>

export type FinderPorts = { readonly database: Database; readonly search: Search; readonly log: Logger }

/** After the index failed it is left alone this long, so that not every search waits for it. */
const restMs = 2000

/** Finds ids in the search index, or, where it is away, late or too far behind, in Postgres. */
export function openFinder({ database, search, log }: FinderPorts): Finder {
  let restUntil = 0
  const inIndex = async (actor: Actor, { name, plan }: Searched, wanted: Wanted): Promise<Found | null> => {
    if (performance.now() < restUntil) return null
    const without = await asActor(database, actor, (tx) => readLeftOut(tx, name))
    if (without === null) return null
    try {
      return await findInIndex(search, plan, { ...wanted, without })
    } catch (error) {
      restUntil = performance.now() + restMs
      log.warn({ err: error as Error, index: name }, 'searching without the search index')
      return null
    }
  }
  const inRows = async (actor: Actor, { name, shape }: Searched, wanted: Wanted): Promise<Found> => {
    const filters = wanted.filters.map((filter) => ({ facet: filter.facet, terms: rowTerms(filter) }))
    const words = rowWords(wanted.words)
    const { offset, limit, sort, deadline, onlyNames = false } = wanted
    const found = await asActor(database, actor, (tx) =>
      findSearchRows(tx, name, { words, onlyNames, filters, sort, deadline, offset, limit, shape }),
    )
    return { ids: found.ids, total: found.total, facets: countsOf(wanted.facets, found.terms) }
  }
  return async (actor, searched, wanted) => {
    const found = await inIndex(actor, searched, wanted)
    return found === null
      ? { ...(await inRows(actor, searched, wanted)), degraded: true }
      : { ...found, degraded: false }
  }
}
