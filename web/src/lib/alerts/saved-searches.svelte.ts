import { changeSavedSearch, deleteSavedSearch, listSavedSearches, type SavedSearchView } from '@enlace/contracts'
import type { Rhythm } from '@enlace/domain'
import { call } from '../api/call.ts'
import { save } from './save.ts'

/** The searches that one has saved; null until they are here. */
export class SavedSearches {
  items = $state.raw<readonly SavedSearchView[] | null>(null)
  error = $state.raw<unknown>(null)

  load = async (): Promise<void> => {
    try {
      this.items = (await call(listSavedSearches, {})).items
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  async change({ id }: SavedSearchView, change: { readonly name?: string; readonly rhythm?: Rhythm }): Promise<void> {
    const changed = await call(changeSavedSearch, { params: { id }, body: change })
    this.items = (this.items ?? []).map((one) => (one.id === id ? changed : one))
  }

  async remove({ id }: SavedSearchView): Promise<void> {
    await call(deleteSavedSearch, { params: { id } })
    this.items = (this.items ?? []).filter((one) => one.id !== id)
  }

  /** Saves a deleted search again; what it found before counts as new only where it is published anew. */
  async restore(deleted: SavedSearchView): Promise<void> {
    const saved = await save(deleted)
    this.items = [saved, ...(this.items ?? [])]
  }
}
