import type { Readable } from 'node:stream'

import { Disk } from 'flydrive'
import type { DriverContract } from 'flydrive/types'

/** The bytes of files, each under the id of its row; written whole, never changed. */
export type Storage = {
  /** Keeps a file that lies at `path` on this machine. */
  readonly keep: (id: string, path: string, type: string) => Promise<void>
  /** The bytes, or null where there are none. */
  readonly read: (id: string) => Promise<Readable | null>
  /** Removes the bytes; nothing happens where there are none. */
  readonly remove: (id: string) => Promise<void>
  /** Every id with bytes, page by page; what is not ours is passed over. */
  readonly list: () => AsyncGenerator<readonly string[]>
}

const id = /^\d{4}-\d\d-\d\d\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** When a uuid of version 7 was made, in milliseconds since 1970. */
export const madeAt = (uuid: string): number => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)

/** Files of one day share a folder, so that none grows without end. */
const keyOf = (uuid: string): string => `${new Date(madeAt(uuid)).toISOString().slice(0, 10)}/${uuid}`

/** Storage on any driver of flydrive. */
export function storageOn(driver: DriverContract): Storage {
  const disk = new Disk(driver)
  return {
    keep: async (uuid, path, type) => disk.copyFromFs(path, keyOf(uuid), { contentType: type }),
    read: async (uuid) => ((await disk.exists(keyOf(uuid))) ? disk.getStream(keyOf(uuid)) : null),
    remove: async (uuid) => disk.delete(keyOf(uuid)),
    list: async function* () {
      let token: string | undefined
      do {
        const page = await disk.listAll('/', {
          recursive: true,
          ...(token === undefined ? {} : { paginationToken: token }),
        })
        yield* inPagesOf(1000, page.objects)
        token = page.paginationToken
      } while (token !== undefined)
    },
  }
}

function* inPagesOf(size: number, objects: Iterable<object>): Generator<readonly string[]> {
  let ids: string[] = []
  for (const object of objects) {
    const found = 'key' in object && typeof object.key === 'string' ? id.exec(object.key)?.[1] : undefined
    if (found !== undefined) ids.push(found)
    if (ids.length < size) continue
    yield ids
    ids = []
  }
  if (ids.length > 0) yield ids
}
