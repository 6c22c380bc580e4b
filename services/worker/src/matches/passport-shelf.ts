import { LRUCache } from 'lru-cache'

import type { OrganisationId, Passport } from '@enlace/domain'

/** Passports ready for use; a bound on memory, about 10 kB each. All others are at hand as text, about 1.5 kB each. */
const atHand = 20_000

/** Every published passport in this process's memory, so that no ranking has to fetch any. */
export class PassportShelf {
  readonly #texts = new Map<OrganisationId, string>()
  readonly #ready = new LRUCache<OrganisationId, Passport>({ max: atHand })

  put(passport: Passport): void {
    this.#texts.set(passport.organisationId, JSON.stringify(passport))
    this.#ready.set(passport.organisationId, passport)
  }

  remove(id: OrganisationId): void {
    this.#texts.delete(id)
    this.#ready.delete(id)
  }

  /** The passport of a supplier as it was put; null of one that has none. */
  get(id: OrganisationId): Passport | null {
    const ready = this.#ready.get(id)
    if (ready !== undefined) return ready
    const text = this.#texts.get(id)
    if (text === undefined) return null
    const passport = JSON.parse(text) as Passport
    this.#ready.set(id, passport)
    return passport
  }
}
