import type { UserId } from '@enlace/domain'
import type { KeyBackup } from '@enlace/sealing'

/** An opening key as this browser keeps it: wrapped by its passphrase. */
export type ShelvedKey = {
  readonly publicKey: string
  readonly userId: UserId
  readonly backup: KeyBackup
  /** Whether it was also saved as a file, which outlives this browser. */
  readonly saved: boolean
}

const [databaseName, storeName, byUser] = ['enlace-opening-keys', 'keys', 'userId']

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')))
  })

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open(databaseName, 1)
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore(storeName, { keyPath: 'publicKey' }).createIndex(byUser, 'userId'),
  )
  const database = await settled(opening)
  try {
    const transaction = database.transaction(storeName, mode)
    const result = await settled(act(transaction.objectStore(storeName)))
    // What was asked for is kept once the transaction has ended, not before.
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve)
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the browser kept nothing')))
    })
    return result
  } finally {
    database.close()
  }
}

/** The keys of a person that this browser has. */
export const readShelf = (userId: UserId): Promise<readonly ShelvedKey[]> =>
  inStore('readonly', (store) => store.index(byUser).getAll(userId) as IDBRequest<ShelvedKey[]>)

/** Keeps a key in this browser, and asks it not to clear it away when it needs room. */
export async function putOnShelf(key: ShelvedKey): Promise<void> {
  await inStore('readwrite', (store) => store.put(key))
  await navigator.storage?.persist?.().catch(() => false)
}
