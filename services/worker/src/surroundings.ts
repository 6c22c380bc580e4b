import { openDatabase, type Database } from '@enlace/database'
import { openLivePublisher } from '@enlace/messaging'
import { openSearch } from '@enlace/search'
import { openStorage } from '@enlace/storage'

import type { Config } from './config.ts'
import type { Mailer } from './mails/mailer.ts'

/** Writing an index may take long; nobody waits for it. */
const searchPatienceMs = 30_000

/** A machine without a mail server does not read in what speaks to one. */
async function openMailer({ SMTP_URL: url, MAIL_FROM: from }: Config): Promise<Mailer | null> {
  return url === '' ? null : (await import('./mails/mailer.ts')).openMailer(url, from)
}

/** Opens all that the worker stands on. */
export async function openSurroundings(settings: Config) {
  const { DATABASE_URL: url, MEILI_URL, MEILI_KEY: key, MEILI_PREFIX: prefix } = settings
  const open = (applicationName: string, maxConnections: number): Database =>
    openDatabase({ url, role: 'enlace_system', applicationName, maxConnections })
  const live = openLivePublisher({ url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX })
  return {
    database: open('enlace-worker', settings.CONCURRENCY * 3),
    // Holds the lock that makes one of several workers the keeper of the index.
    keeperLock: open('enlace-index-keeper', 1),
    redis: { ping: live.ping, wake: live.publish, close: live.close },
    search: openSearch({ url: MEILI_URL, key, prefix, timeoutMs: searchPatienceMs }),
    storage: await openStorage(settings),
    mailer: await openMailer(settings),
  }
}
