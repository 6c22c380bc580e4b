import { setTimeout as sleep } from 'node:timers/promises'

import {
  asSystem,
  deleteReplacedEmbedders,
  saveEmbeddingState,
  searchChannel,
  upsertEmbedder,
  type Database,
} from '@enlace/database'
import type { Reader } from '@enlace/embedding'
import type { Logger } from '@enlace/runtime'

import { embedDue, fromTheStart, type Progress } from './embed-due.ts'

export type KeepEmbeddedOptions = {
  readonly database: Database
  /** A pool of one connection: the lock that makes this process the only one to read lives and dies with it. */
  readonly lock: Database
  /** Opens the model that is set up; called again where it failed. */
  readonly open: () => Promise<Reader>
  readonly log: Logger
  /** How often to look without having been woken. */
  readonly everyMs?: number
  /** How long to wait after a first failure; twice as long after each further one, at most a minute. */
  readonly patienceMs?: number
}

/** What has just been published is ranked by its words first; reading waits so long. */
const gatherMs = 250
const longestPatienceMs = 60_000
/** Why it failed, as an operator is told. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300)
/** A model that was replaced may be needed again by a worker that is still to be replaced. */
const keepReplacedHours = 24

/**
 * Reads what needs and passports mean, in the background, until closed. A model that fails holds nothing up: what is
 * ranked meanwhile is ranked by words and categories, and says so.
 */
export function keepEmbedded(options: KeepEmbeddedOptions): { readonly close: () => Promise<void> } {
  const { database, lock, open, log, everyMs = 2000, patienceMs = 1000 } = options
  const ending = new AbortController()
  let rouse = new AbortController()
  const wake = (): void => rouse.abort()
  const nap = async (ms: number, wakeable: boolean): Promise<void> => {
    const signals = wakeable ? [rouse.signal, ending.signal] : [ending.signal]
    await sleep(ms, undefined, { signal: AbortSignal.any(signals) }).catch(() => undefined)
    if (wakeable && rouse.signal.aborted)
      await sleep(gatherMs, undefined, { signal: ending.signal }).catch(() => undefined)
    rouse = new AbortController()
  }

  let reader = null as Reader | null
  let progress: Progress = fromTheStart
  let failures = 0
  const say = (failure: string | null): Promise<void> =>
    asSystem(database, (tx) => saveEmbeddingState(tx, { embedder: reader?.id ?? null, failure }))
  const opened = async (): Promise<Reader> => {
    if (reader !== null) return reader
    const found = await open()
    reader = found
    progress = fromTheStart
    await asSystem(database, async (tx) => {
      await upsertEmbedder(tx, found)
      await deleteReplacedEmbedders(tx, keepReplacedHours)
    })
    await say(null)
    log.info({ embedder: found.id }, 'texts are read by this model')
    return found
  }
  const isOurs = async (): Promise<boolean> => {
    const [row] = await lock.sql<{ held: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended('embedding', 0)) as held`
    return row?.held === true
  }

  /** One turn; what was not read yet is found again in the next. */
  const turn = async (): Promise<void> => {
    try {
      if (!(await isOurs())) return
      progress = await embedDue(database, await opened(), progress)
      if (failures > 0) await say(null)
      failures = 0
    } catch (error) {
      progress = { ...progress, waiting: false }
      failures += 1
      if (failures === 1)
        log.warn({ err: error as Error }, 'texts cannot be read; ranking goes on by words and categories')
      await say(reasonOf(error)).catch(() => undefined)
    }
  }
  const keeping = (async () => {
    while (!ending.signal.aborted) {
      await turn()
      if (failures > 0) await nap(Math.min(longestPatienceMs, patienceMs * 2 ** (failures - 1)), false)
      else if (!progress.waiting) await nap(everyMs, true)
    }
    await reader?.close()
  })()
  const listening = database.sql.listen(searchChannel, wake, wake).catch((error: Error) => {
    log.error({ err: error }, 'cannot listen for what is to be read')
    return null
  })
  return {
    close: async () => {
      ending.abort()
      await keeping
      await (await listening)?.unlisten()
    },
  }
}
