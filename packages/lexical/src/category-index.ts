import { type CategoryCode, type OrganisationId, significantDigits } from '@enlace/domain'
import { type IndexedPassport, passportEntries } from './passport-entries.ts'

const leastDigits = 2

/** Every prefix a code can be met by, from the whole code up to its division. */
function prefixes({ scheme, code }: CategoryCode): readonly string[] {
  const digits = significantDigits(code)
  const list: string[] = []
  for (let length = digits.length; length >= leastDigits; length -= 1) list.push(`${scheme}:${digits.slice(0, length)}`)
  return list
}

/** Who does what by category: suppliers by every prefix of their codes, so that neighbours are found from near to far. */
export class CategoryIndex {
  readonly #suppliers = new Map<string, Set<OrganisationId>>()
  readonly #held = new Map<OrganisationId, readonly string[]>()

  put(passport: IndexedPassport): void {
    const supplierId = passport.organisationId
    this.remove(supplierId)
    const keys = [...new Set(passportEntries(passport).flatMap((entry) => entry.categories.flatMap(prefixes)))]
    this.#held.set(supplierId, keys)
    for (const key of keys) {
      const known = this.#suppliers.get(key)
      if (known === undefined) this.#suppliers.set(key, new Set([supplierId]))
      else known.add(supplierId)
    }
  }

  remove(supplierId: OrganisationId): void {
    for (const key of this.#held.get(supplierId) ?? []) {
      const known = this.#suppliers.get(key)
      known?.delete(supplierId)
      if (known?.size === 0) this.#suppliers.delete(key)
    }
    this.#held.delete(supplierId)
  }

  /** How many suppliers work under a code. */
  count({ scheme, code }: CategoryCode): number {
    return this.#suppliers.get(`${scheme}:${significantDigits(code)}`)?.size ?? 0
  }

  /**
   * The suppliers nearest to any of the categories, nearest first; a circle that would burst the limit is left out
   * whole, since nothing tells its members apart.
   */
  neighbours(categories: readonly CategoryCode[], limit: number): readonly OrganisationId[] {
    const found = new Set<OrganisationId>()
    const circles = categories
      .flatMap((category) =>
        prefixes(category).map((key) => ({
          key,
          near: key.length / (category.scheme.length + 1 + significantDigits(category.code).length),
        })),
      )
      .toSorted((a, b) => b.near - a.near || (a.key < b.key ? -1 : 1))
    for (const { key } of circles) {
      const circle = this.#suppliers.get(key)
      if (circle === undefined || circle.size > limit) continue
      const members = [...circle].filter((id) => !found.has(id))
      if (found.size + members.length > limit) continue
      for (const id of members) found.add(id)
    }
    return [...found]
  }
}
