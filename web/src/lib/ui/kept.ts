import { session } from '$lib/session/session.svelte.ts'

type Stored<T> = { readonly version: number; readonly draft: T }

const keyOf = (writer: string, key: string): string => `kept:${writer}:${key}`
/** Who writes here now: a person for an organisation. */
const signedIn = (): string => `${session.view?.person?.id ?? ''}:${session.organisation?.id ?? ''}`

/** Forgets all that a writer keeps on this device. */
export function forgetKept(writer: string): void {
  const own = Object.keys(localStorage).filter((key) => key.startsWith(keyOf(writer, '')))
  for (const key of own) localStorage.removeItem(key)
}

/**
 * What a person writes, kept on this device under `key` until it is sent, so that a closed tab or a lost network loses
 * nothing. It is its writer's: another person who uses this device, or the same one for another organisation, does not
 * meet it. It counts only for the `version` of what it was written about; a store that is full or shut keeps nothing.
 */
export class Kept<T> {
  readonly #key: string
  readonly #version: number

  constructor(key: string, version = 0, writer = signedIn()) {
    this.#key = keyOf(writer, key)
    this.#version = version
  }

  read(): T | null {
    try {
      const stored = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Stored<T> | null
      return stored?.version === this.#version ? stored.draft : null
    } catch {
      return null
    }
  }

  keep(draft: T): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ version: this.#version, draft } satisfies Stored<T>))
    } catch {
      // Only means that nothing is kept.
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#key)
    } catch {
      // As above.
    }
  }
}
