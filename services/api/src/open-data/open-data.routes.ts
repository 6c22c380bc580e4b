import * as contract from '@enlace/contracts'
import { listPublicCalls, readPublicCall } from '@enlace/database'
import { asId, compiledRelease, ocidOf, ocidPrefix, Problem, releasesOf, type CallId } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Mount } from '../http/mount.ts'

/** The id within an open contracting id of ours; null where it is none. */
const callIn = (ocid: string): CallId | null => {
  const id = ocid.slice(ocidPrefix.length + 1)
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && ocid === ocidOf(id) ? asId<CallId>(id) : null
}

/** Calls as open data, for anybody; `publicUrl` is where this house is found. */
export function mountOpenData(mount: Mount, publicUrl: string): void {
  const head = (path: string, dates: readonly string[]) => ({
    uri: `${publicUrl}${path}`,
    version: '1.1' as const,
    // Without anything to tell it is as old as can be, so that an empty package is always the same.
    publishedDate: dates.toSorted().at(-1) ?? new Date(0).toISOString(),
    publisher: { name: 'Enlace', uri: publicUrl },
  })

  mount.inTransaction(contract.listReleases, async ({ tx, query }) => {
    const rows = await listPublicCalls(tx, {
      after: fromCursor(query.cursor, { at: 'string', id: 'string' }),
      limit: query.limit + 1,
    })
    const { items, next } = cutPage(rows, query.limit, ({ id, versions }) => ({ at: versions[0]?.at ?? '', id }))
    const releases = items.flatMap(releasesOf)
    const path = '/api/ocds/releases.json'
    return {
      ...head(
        path,
        releases.map(({ date }) => date),
      ),
      releases,
      ...(next === null
        ? {}
        : { links: { next: `${publicUrl}${path}?limit=${query.limit}&cursor=${encodeURIComponent(next)}` } }),
    }
  })

  mount.inTransaction(contract.readRecord, async ({ tx, params: { ocid } }) => {
    const id = callIn(ocid)
    const call = id === null ? null : await readPublicCall(tx, id)
    if (call === null) throw new Problem('thing.not-found', 'There is no such call, or it is not public.')
    const releases = releasesOf(call)
    return {
      ...head(
        `/api/ocds/records/${ocid}.json`,
        releases.map(({ date }) => date),
      ),
      records: [{ ocid, releases, compiledRelease: compiledRelease(call) }],
    }
  })
}
