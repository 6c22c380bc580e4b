import type { sendOperations, Input } from '@enlace/contracts'
import type { MatchdayId, OperationId, UserId } from '@enlace/domain'

/** An operation that the server does not have yet. */
export type Waiting = Input<typeof sendOperations>['body']['operations'][number]
type Kept = { readonly id: OperationId; readonly owner: UserId; readonly matchdayId: MatchdayId; readonly one: Waiting }

const name = 'enlace-door'
const table = 'operations'

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the device keeps nothing')))
  })

async function within<Value>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => Promise<Value>): Promise<Value> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(table, { keyPath: 'id' }))
  const database = await settled(opening)
  try {
    return await act(database.transaction(table, mode, { durability: 'strict' }).objectStore(table))
  } finally {
    database.close()
  }
}

/** Keeps an operation on this device until it is sent. */
export const keepWaiting = (owner: UserId, matchdayId: MatchdayId, one: Waiting): Promise<unknown> =>
  within('readwrite', (store) => settled(store.put({ id: one.id, owner, matchdayId, one } satisfies Kept)))

/** What a person did at a matchday that is not sent yet, in its order. */
export const listWaiting = (owner: UserId, matchdayId: MatchdayId): Promise<Waiting[]> =>
  within('readonly', async (store) => {
    const all: Kept[] = await settled(store.getAll())
    return all.filter((kept) => kept.owner === owner && kept.matchdayId === matchdayId).map(({ one }) => one)
  })

/** Forgets operations that the server has. */
export const dropWaiting = (ids: readonly OperationId[]): Promise<unknown> =>
  within('readwrite', (store) => Promise.all(ids.map((id) => settled(store.delete(id)))))
