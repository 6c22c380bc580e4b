import { v7 as uuidv7 } from 'uuid'

import { needFacets, supplierFacets, type saveSearch as contract } from '@enlace/contracts'
import { insertSavedSearch } from '@enlace/database'
import { asId, can, Problem, savedSearchLimit, savingAction, type SavedSearchId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { filtersOf } from '../search/filters-of.ts'
import { rowTerms, rowWords } from '../search/row-query.ts'

/** Saves a search as it was asked, and as the worker compares what is published with it. */
export const saveSearch: Handler<typeof contract> = async ({ tx, actor, body }) => {
  const { searched, name, rhythm, query } = body
  if (!can(actor, savingAction[searched], null))
    throw new Problem('identity.forbidden', 'Organisations of your kind do not save this search.')
  const filters = filtersOf(body.filters, searched === 'needs' ? needFacets : supplierFacets)
  const saved = await insertSavedSearch(tx, {
    id: asId<SavedSearchId>(uuidv7()),
    organisationId: actor.organisationId,
    userId: actor.userId,
    searched,
    name,
    rhythm,
    asked: { query, filters: Object.fromEntries(filters.map(({ facet, values }) => [facet, values])) },
    words: rowWords(query),
    terms: filters.map((filter) => rowTerms(filter)),
  })
  if (saved === null)
    throw new Problem(
      'alert.limit',
      `You keep ${savedSearchLimit} searches, which is the most. Delete one that you no longer need.`,
    )
  return saved
}
