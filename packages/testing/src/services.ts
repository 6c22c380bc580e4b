import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openGuard, startServices as start, type Services } from '@enlace/local'

/** Postgres, Redis and Meilisearch of one test's own, each with `kill()` (SIGKILL) and `restart()` on its port. */
export interface OwnServices extends Services {
  /** Meilisearch's master key. */
  key: string
  /** Where their data lies, one folder each by name. */
  folder: string
  stop(): Promise<void>
}

/**
 * Starts the three services in a temp folder of their own, which ends with the process however it ends. For tests that
 * break services; all others share one set (`testDatabase`, `testRedis`, `testSearch`).
 * `durable` keeps what was acknowledged over a kill; without it Redis comes back empty, and Postgres without its last commits.
 */
export async function startServices({ durable = false } = {}): Promise<OwnServices> {
  const folder = mkdtempSync(join(tmpdir(), 'enlace-test-'))
  const guard = openGuard()
  guard.removeAtEnd(folder)
  const key = 'a-key-for-tests-only'
  const settings = { folder, cache: join(import.meta.dirname, '../../../.data/cache'), durable, key, guard }
  const services = await start(settings).catch((error: unknown) => {
    guard.close()
    throw error
  })
  const stop = async (): Promise<void> => {
    await Promise.all([services.postgres.stop(), services.redis.stop(), services.meilisearch.stop()])
    guard.close()
  }
  return { ...services, key, folder, stop }
}
