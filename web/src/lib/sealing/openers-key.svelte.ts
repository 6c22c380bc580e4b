import type { KeyBackup, OpenerKey } from '@enlace/sealing'
import { sealing } from './sealing.ts'

/** Opening keys that were unlocked on this page: in memory until it is left or loaded again. */
class OpenersKey {
  #keys = $state.raw<ReadonlyMap<string, OpenerKey>>(new Map())

  /** Unlocks a key by its passphrase; throws a SealingError where that is another. */
  async unlock(backup: KeyBackup, passphrase: string): Promise<void> {
    this.take(await (await sealing()).unlockOpenerKey(backup, passphrase))
  }

  /** Takes over a key that was just made. */
  take(key: OpenerKey): void {
    this.#keys = new Map([...this.#keys, [key.publicKey, key]])
  }

  lock(publicKey: string): void {
    this.#keys.get(publicKey)?.privateKey.fill(0)
    this.#keys = new Map([...this.#keys].filter(([known]) => known !== publicKey))
  }

  /** The key of this public half, where it is unlocked. */
  of(publicKey: string): OpenerKey | null {
    return this.#keys.get(publicKey) ?? null
  }
}

export const openersKey = new OpenersKey()
