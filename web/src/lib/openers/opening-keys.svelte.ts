import { listOpenerKeys, type OpenerKeyView, registerOpenerKey, revokeOpenerKey } from '@enlace/contracts'
import type { UserId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { putOnShelf, readShelf, type ShelvedKey } from '../sealing/key-shelf.ts'
import { openersKey } from '../sealing/openers-key.svelte.ts'
import { sealing } from '../sealing/sealing.ts'

/** One of a person's keys: as it is registered, as this browser keeps it, or both. */
export type OwnKey = {
  readonly publicKey: string
  readonly registered: OpenerKeyView | null
  readonly shelved: ShelvedKey | null
}

/** The opening keys of a person, here and on the platform; null until they are read. */
export class OpeningKeys {
  readonly #userId: UserId
  #registered = $state.raw<readonly OpenerKeyView[] | null>(null)
  #shelved = $state.raw<readonly ShelvedKey[]>([])
  error = $state.raw<unknown>(null)

  constructor(userId: UserId) {
    this.#userId = userId
  }

  /** Newest first; one that never reached the platform stands at the top. */
  readonly items = $derived.by((): readonly OwnKey[] | null => {
    const registered = this.#registered
    if (registered === null) return null
    const shelvedOf = (publicKey: string): ShelvedKey | null =>
      this.#shelved.find((one) => one.publicKey === publicKey) ?? null
    const unknown = this.#shelved.filter(({ publicKey }) => !registered.some((one) => one.publicKey === publicKey))
    return [
      ...unknown.map((shelved) => ({ publicKey: shelved.publicKey, registered: null, shelved })),
      ...registered.map((one) => ({ publicKey: one.publicKey, registered: one, shelved: shelvedOf(one.publicKey) })),
    ]
  })
  /** The key to which things are sealed now: the newest alive. */
  readonly current = $derived(this.#registered?.find(({ revokedAt }) => revokedAt === null) ?? null)
  readonly alive = $derived((this.#registered ?? []).filter(({ revokedAt }) => revokedAt === null).length)

  load = async (): Promise<void> => {
    try {
      const [{ items }, shelved] = await Promise.all([call(listOpenerKeys, {}), readShelf(this.#userId)])
      this.#registered = items
      this.#shelved = shelved
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  /** Makes a key and keeps it here before anybody hears of it, so that nothing is ever sealed to a key that was lost. */
  async make(passphrase: string): Promise<string> {
    const { key, backup } = await (await sealing()).newOpenerKey(passphrase)
    await this.#shelve({ publicKey: key.publicKey, userId: this.#userId, backup, saved: false })
    openersKey.take(key)
    return key.publicKey
  }

  async register(publicKey: string): Promise<void> {
    const view = await call(registerOpenerKey, { body: { publicKey } })
    this.#registered = [view, ...(this.#registered ?? []).filter(({ id }) => id !== view.id)]
  }

  /** Takes a key from the text of a backup file; one that is new here is registered first, as it may be somebody else's. */
  async restore(text: string): Promise<string> {
    const backup = (await sealing()).readBackup(text)
    const { publicKey } = backup
    if ((this.#registered ?? []).every((one) => one.publicKey !== publicKey)) await this.register(publicKey)
    await this.#shelve({ publicKey, userId: this.#userId, backup, saved: true })
    return publicKey
  }

  async revoke({ id }: OpenerKeyView): Promise<void> {
    const view = await call(revokeOpenerKey, { params: { id } })
    this.#registered = (this.#registered ?? []).map((one) => (one.id === id ? view : one))
  }

  /** Notes that a key was saved as a file. */
  noteSaved = (key: ShelvedKey): Promise<void> => this.#shelve({ ...key, saved: true })

  async #shelve(key: ShelvedKey): Promise<void> {
    await putOnShelf(key)
    this.#shelved = [...this.#shelved.filter(({ publicKey }) => publicKey !== key.publicKey), key]
  }
}
