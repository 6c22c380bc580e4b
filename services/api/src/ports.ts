import type { Signer } from '@enlace/audit-log'
import type { Database } from '@enlace/database'
import type { Identity } from '@enlace/identity'
import type { Announcer, Queues } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'
import type { Search } from '@enlace/search'
import type { Storage } from '@enlace/storage'

/** What the API stands on; everything is handed in, so a test builds the same app on its own services. */
export type Ports = {
  readonly database: Database
  readonly log: Logger
  readonly demo: boolean
  readonly identity: Identity
  /** Folder of the built web app; none is served where it is missing. */
  readonly webDirectory: string | null
  /** Names what is searched; it may be away. */
  readonly search: Search
  /** For /api/status and Bull Board. */
  readonly queues: Queues
  /** Tells the workers of needs that are about to be published. */
  readonly announcer: Announcer
  /** The bytes of uploaded files. */
  readonly storage: Storage
  /** Signs checkpoints of the audit log. */
  readonly signer: Signer
}
