import { saveSearch, type SavedSearchView } from '@enlace/contracts'
import type { Rhythm, SearchedThings } from '@enlace/domain'
import { call } from '../api/call.ts'

export type ToSave = {
  readonly searched: SearchedThings
  readonly name: string
  readonly rhythm: Rhythm
  readonly query: string
  readonly filters: Readonly<Record<string, readonly string[]>>
}

/** Saves a search, or saves again one that was deleted; the server looks at the filters. */
export const save = ({ searched, name, rhythm, query, filters }: ToSave): Promise<SavedSearchView> =>
  call(saveSearch, { body: { searched, name, rhythm, query, filters } })
