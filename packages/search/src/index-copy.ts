import { setTimeout } from 'node:timers/promises'

import type { EnqueuedTaskPromise, Index, Meilisearch } from 'meilisearch'

import type { SearchDocument } from './document.ts'
import type { IndexPlan } from './index-plan.ts'
import { isIndexMissing, type Search } from './search.ts'
import { holdsSettings } from './settings.ts'

/** A copy of rows in Meilisearch that can be lost at any moment and made again. */
export type IndexCopy = {
  readonly name: string
  /** Null where there is no index. */
  readonly fingerprint: () => Promise<Fingerprint | null>
  readonly hasOurSettings: () => Promise<boolean>
  /** Id → stamp of all that the index holds. */
  readonly stamps: () => Promise<Map<string, string>>
  /** Adds or replaces documents and takes others out; resolves when searches see it. */
  readonly write: (batches: AsyncIterable<Batch> | Iterable<Batch>) => Promise<void>
  /** Fills a fresh index and puts it in the place of the present one at once. */
  readonly rebuild: (batches: AsyncIterable<Batch>) => Promise<void>
  /** Takes the index away, so that searches are answered from Postgres. */
  readonly drop: () => Promise<void>
}
/** Changes with every write by whomever; `createdAt` stays as long as it is the same index. */
export type Fingerprint = { readonly createdAt: string; readonly updatedAt: string; readonly documents: number }
export type Batch = { readonly documents: readonly SearchDocument[]; readonly removed: readonly string[] }

/** A million documents take minutes; only a server that stopped working takes longer. */
const patienceMs = 900_000
const stampsPage = 5000

/** Waits for tasks; the client's own waiting adds a listener with every look, which a long task turns into thousands. */
async function finish({ tasks }: Meilisearch, enqueued: readonly EnqueuedTaskPromise[]): Promise<void> {
  const end = performance.now() + patienceMs
  // Enqueued tasks are worked on in their order.
  for (const { taskUid } of await Promise.all(enqueued)) {
    for (let lookMs = 10; ; lookMs = Math.min(250, lookMs * 1.3)) {
      const { status, type, error } = await tasks.getTask(taskUid)
      if (status === 'succeeded' || (type === 'indexDeletion' && error?.code === 'index_not_found')) break
      if (status === 'failed' || status === 'canceled')
        throw new Error(`the search index refused a ${type}: ${error?.message ?? status}`)
      if (performance.now() > end) throw new Error('the search index does not end its tasks')
      await setTimeout(lookMs)
    }
  }
}

/** Sends batch after batch without waiting for them, since the server joins those that wait. */
async function send(index: Index, batches: AsyncIterable<Batch> | Iterable<Batch>): Promise<EnqueuedTaskPromise[]> {
  const tasks: EnqueuedTaskPromise[] = []
  for await (const { documents, removed } of batches) {
    const sent: EnqueuedTaskPromise[] = []
    if (removed.length > 0) sent.push(index.deleteDocuments([...removed]))
    if (documents.length > 0) sent.push(index.addDocuments([...documents], { primaryKey: 'id' }))
    await Promise.all(sent)
    tasks.push(...sent)
  }
  return tasks
}

async function readStamps(index: Index): Promise<Map<string, string>> {
  const stamps = new Map<string, string>()
  for (let offset = 0; ; offset += stampsPage) {
    const page = await index.getDocuments<SearchDocument>({ fields: ['id', 'stamp'], limit: stampsPage, offset })
    for (const { id, stamp } of page.results) stamps.set(id, stamp)
    if (page.results.length < stampsPage) return stamps
  }
}

/** Opens one index of an installation; nothing is sent yet. */
export function openIndexCopy(search: Search, plan: IndexPlan): IndexCopy {
  const { meili } = search
  const uid = search.prefix + plan.name
  const index = meili.index(uid)
  return {
    name: plan.name,
    fingerprint: async () => {
      try {
        const [info, stats] = await Promise.all([index.getRawInfo(), index.getStats()])
        return { createdAt: info.createdAt, updatedAt: info.updatedAt, documents: stats.numberOfDocuments }
      } catch (error) {
        if (isIndexMissing(error)) return null
        throw error
      }
    },
    hasOurSettings: async () => holdsSettings(await index.getSettings(), plan.settings),
    stamps: () => readStamps(index),
    write: async (batches) => finish(meili, await send(index, batches)),
    rebuild: async (batches) => {
      const fresh = meili.index(`${uid}_fresh`)
      await meili.deleteIndex(fresh.uid)
      const settings = fresh.updateSettings(plan.settings)
      await settings
      await finish(meili, [settings, ...(await send(fresh, batches))])
      await finish(meili, [meili.swapIndexes([{ indexes: [fresh.uid, uid], rename: !(await exists(index)) }])])
      await finish(meili, [meili.deleteIndex(fresh.uid)])
    },
    drop: () => finish(meili, [meili.deleteIndex(uid)]),
  }
}

const exists = (index: Index): Promise<boolean> =>
  index.getRawInfo().then(
    () => true,
    (error: unknown) => {
      if (isIndexMissing(error)) return false
      throw error
    },
  )
