import type { NeedId, OrganisationId } from '../brand.ts'

/** What a supplier had of a period: showings, and lists that it was eligible for. */
export type Exposure = { readonly shown: number; readonly eligible: number }

/** A need's list as exposure counts it: who passes every gate in it, and who of them stands in a shown place. */
export type CountedList = {
  readonly needId: NeedId
  /** When the need was published, in milliseconds. */
  readonly at: number
  readonly shown: readonly OrganisationId[]
  readonly eligible: readonly OrganisationId[]
}

/** All lists by who is in them; a list that is made anew takes the place of the one before, so nothing counts twice. */
export class Exposures {
  readonly #lists = new Map<NeedId, CountedList>()
  readonly #bySupplier = new Map<OrganisationId, Map<NeedId, { readonly at: number; readonly shown: boolean }>>()

  put(list: CountedList): void {
    for (const id of this.#lists.get(list.needId)?.eligible ?? []) this.#bySupplier.get(id)?.delete(list.needId)
    this.#lists.set(list.needId, list)
    const shown = new Set(list.shown)
    for (const id of list.eligible) {
      const known = this.#bySupplier.get(id) ?? new Map<NeedId, { at: number; shown: boolean }>()
      this.#bySupplier.set(id, known.set(list.needId, { at: list.at, shown: shown.has(id) }))
    }
  }

  /** A supplier's exposure since a moment, in all lists but one: what that one gives is about to be decided. */
  of(id: OrganisationId, since: number, but: NeedId): Exposure {
    let [shown, eligible] = [0, 0]
    for (const [needId, list] of this.#bySupplier.get(id) ?? []) {
      if (list.at < since || needId === but) continue
      eligible += 1
      if (list.shown) shown += 1
    }
    return { shown, eligible }
  }
}
