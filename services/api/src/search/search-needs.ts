import { needFacets, type FoundNeed, type searchNeeds as contract } from '@enlace/contracts'
import { asActor, readNeeds, today, viewNeed, type Database, type NeedRow } from '@enlace/database'
import { asId, can, Problem, type NeedId, type OrganisationId } from '@enlace/domain'
import { dayNumber, excerptOf, needIndex, needShape, noDeadline, schemeName } from '@enlace/search'

import type { OpenHandler } from '../http/mount.ts'
import { filtersOf } from './filters-of.ts'
import { findPage } from './find-page.ts'
import type { Finder, Searched } from './finder.ts'
import { noteIfMissed, type MissedSearches } from './missed-searches.ts'

export const needsSearched: Searched = { name: 'needs', plan: needIndex, shape: needShape }

/** Whether a need that the actor may see is one that everyone may find. */
export const isOpenToEveryone = (need: NeedRow): boolean =>
  need.state === 'published' && need.confidentiality !== 'invited'

/** Open needs that everyone may find; the rows are read anew as the actor, so the index decides only the order. */
export const searchNeeds =
  (database: Database, find: Finder, misses: MissedSearches): OpenHandler<typeof contract> =>
  async ({ actor, query }) => {
    if (!can(actor, 'search.needs', null)) throw new Problem('identity.forbidden', 'Your role does not search needs.')
    const day = await asActor(database, actor, today)
    const deadline = {
      from: dayNumber(day),
      until: query.answerUntil === undefined ? noDeadline : dayNumber(query.answerUntil),
    }
    const asked = {
      words: query.query,
      filters: filtersOf(query, needFacets),
      facets: needFacets,
      sort: query.sort,
      deadline,
    }
    const page = await findPage(find, actor, needsSearched, asked, query.cursor, query.limit)
    noteIfMissed(misses, actor, 'needs', query, page)
    const rows = await asActor(database, actor, (tx) =>
      readNeeds(
        tx,
        page.ids.map((id) => asId<NeedId>(id)),
      ),
    )
    const byId = new Map(rows.filter(isOpenToEveryone).map((row) => [String(row.id), row]))
    return {
      items: page.ids.flatMap((id) => byId.get(id) ?? []).map((row) => toFound(row, actor.organisationId, query.query)),
      next: page.next,
      total: page.total,
      facets: page.facets.map(({ facet, values }) => ({
        name: facet as (typeof needFacets)[number],
        values: [...values],
      })),
      degraded: page.degraded,
    }
  }

function toFound(row: NeedRow, reader: OrganisationId, words: string): FoundNeed {
  const need = viewNeed(row, reader)
  return {
    id: need.id,
    kind: need.kind,
    title: need.title,
    categories: [...need.categories],
    place: need.place,
    volume: need.volume,
    answerBy: need.answerBy,
    requiredCertificates: need.requiredCertificates.map(({ scheme }) => schemeName(scheme)),
    buyer: need.buyer,
    mine: need.mine,
    publishedAt: need.publishedAt ?? need.createdAt,
    excerpt:
      excerptOf([need.text, ...need.specification.map(({ text }) => text), need.title], words) ?? opening(need.text),
  }
}

/** The first words of a text, where nothing in it answers the query. */
const opening = (text: string): FoundNeed['excerpt'] => {
  const cut = text.length <= 160 ? text : `${text.slice(0, Math.max(1, text.lastIndexOf(' ', 160)))} …`
  return text === '' ? null : { text: cut, marks: [] }
}
