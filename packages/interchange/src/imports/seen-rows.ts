import type { SubjectKey } from '@enlace/database'
import { fold } from '@enlace/domain'

/** The rows of one file by what they are known by, so that a thing that stands in it twice is told. */
export class SeenRows {
  readonly #rows = new Map<string, number>()

  /** The earlier row that speaks of the same thing, or null, and the earlier row that only has the same name. */
  meet(key: SubjectKey): { readonly same: number | null; readonly namesake: number | null } {
    const name = `name ${key.country} ${fold(key.name).replace(/[^\p{L}\p{N}]/gu, '')}`
    const own = [
      ...(key.externalId === null ? [] : [`id ${key.externalId}`]),
      ...(key.taxId === null ? [] : [`tax ${key.country} ${key.taxId}`]),
    ]
    const keys = own.length === 0 ? [name] : own
    const same = keys.map((one) => this.#rows.get(one)).find((row) => row !== undefined) ?? null
    const namesake = this.#rows.get(name) ?? null
    for (const one of [...keys, name]) if (!this.#rows.has(one)) this.#rows.set(one, key.row)
    return { same, namesake: same === null ? namesake : null }
  }
}
