import { openDatabase, readActors, type Database } from '@enlace/database'
// By its own name: the rest of the package carries what signing in takes, which nobody does here.
import { readActor } from '@enlace/identity/read-actor'

import type { RealtimePorts } from './app.ts'

type Settings = { readonly DATABASE_URL: string; readonly SECRET: string; readonly PUBLIC_URL: string }

/** Who stands behind a socket, read on a pool of its own that alone may see sessions. */
export function openPeople(
  settings: Settings,
): Pick<RealtimePorts, 'readSession' | 'readActors'> & Pick<Database, 'close'> {
  const people = openDatabase({
    url: settings.DATABASE_URL,
    role: 'enlace_identity',
    applicationName: 'enlace-realtime-identity',
    maxConnections: 4,
  })
  const identity = { database: people, secret: settings.SECRET, publicUrl: settings.PUBLIC_URL }
  return {
    readSession: async (request) => {
      const { actor, sessionId } = await readActor(identity, request.headers.cookie)
      return sessionId === null ? null : { actor, sessionId }
    },
    readActors: (ids) => readActors(people, ids),
    close: people.close,
  }
}
