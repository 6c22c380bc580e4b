import { setTimeout as sleep } from 'node:timers/promises'

import { asSystem, saveWatermark, searchChannel, type Database } from '@enlace/database'
import type { Logger } from '@enlace/runtime'
import { openIndexCopy, type Search } from '@enlace/search'

import { openNeedSource, openSupplierSource, type IndexSource } from './index-source.ts'
import { LevelIndex } from './level-index.ts'
import { openRowCopy } from './row-copy.ts'

export type IndexKeeperOptions = {
  readonly database: Database
  /** A pool of one connection: the lock that makes this process the only keeper lives and dies with it. */
  readonly lock: Database
  readonly search: Search
  readonly log: Logger
  /** How often to look without having been woken. */
  readonly everyMs?: number
}

/** Changes that come within this time are written together. */
const gatherMs = 250
/** The keeper rests nine times as long as it wrote, but never so long that people's search is far behind, in milliseconds. */
const restMs = (wroteMs: number): number => Math.min(5000, Math.max(gatherMs, 9 * wroteMs))

/** Waits that long, or until ended. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

/** Each source has a copy in the search engine and one in Postgres, kept apart, so that one goes on without the other. */
function copiesOf({ database, search, log }: IndexKeeperOptions, source: IndexSource) {
  const inEngine = openIndexCopy(search, source.plan)
  const inRows = openRowCopy(database, source.name, source.words)
  const tell = (changedXid: string): Promise<void> =>
    asSystem(database, (tx) => saveWatermark(tx, source.name, changedXid))
  return [
    { name: inEngine.name, level: new LevelIndex(inEngine, source, log, tell), failing: false },
    { name: inRows.name, level: new LevelIndex(inRows, source, log), failing: false },
  ]
}

/**
 * Keeps the search indexes level with Postgres until closed, whatever happens to them: lost, emptied, written by
 * others. One process keeps; others stand by and take over when its connection ends.
 */
export function startIndexKeeper(options: IndexKeeperOptions) {
  const { database, lock, search, log, everyMs = 5000 } = options
  const indexes = [openSupplierSource(database), openNeedSource(database)].flatMap((source) =>
    copiesOf(options, source),
  )
  const ending = new AbortController()
  let rouse = new AbortController()
  const wake = (): void => rouse.abort()
  const nap = async (ms: number): Promise<void> => {
    await pause(ms, AbortSignal.any([rouse.signal, ending.signal]))
    if (rouse.signal.aborted) await pause(gatherMs, ending.signal)
    rouse = new AbortController()
  }

  /** The database session that holds the lock, or null where another process keeps the indexes. */
  const holdLock = async (): Promise<number | null> => {
    const [row] = await lock.sql<{ held: boolean; session: number }[]>`
      select pg_try_advisory_lock(hashtextextended(${`search index ${search.prefix}`}, 0)) as held, pg_backend_pid() as session`
    return row?.held === true ? row.session : null
  }
  const keep = async (index: (typeof indexes)[number]): Promise<boolean> => {
    try {
      const wrote = await index.level.level()
      if (index.failing) log.info({ index: index.name }, 'the search index is level again')
      index.failing = false
      return wrote
    } catch (error) {
      index.level.forget()
      if (!index.failing) log.warn({ err: error as Error, index: index.name }, 'the search index cannot be kept level')
      index.failing = true
      return false
    }
  }

  let heldBy: number | null = null
  /** @returns whether anything was written */
  const look = async (): Promise<boolean> => {
    const session = await holdLock()
    if (session !== heldBy) for (const index of indexes) index.level.forget()
    heldBy = session
    return session !== null && (await Promise.all(indexes.map(keep))).includes(true)
  }
  const keeping = (async () => {
    while (!ending.signal.aborted) {
      const from = performance.now()
      const wrote = await look().catch((error: Error) => {
        log.warn({ err: error }, 'cannot tell who keeps the search index')
        return false
      })
      if (wrote) await pause(restMs(performance.now() - from), ending.signal)
      else await nap(indexes.some((index) => index.failing) ? Math.min(1000, everyMs) : everyMs)
    }
  })()
  const listening = database.sql.listen(searchChannel, wake, wake).catch((error: Error) => {
    log.error({ err: error }, 'cannot listen for changes to index')
    return null
  })

  return {
    close: async (): Promise<void> => {
      ending.abort()
      await keeping
      await (await listening)?.unlisten()
    },
  }
}
