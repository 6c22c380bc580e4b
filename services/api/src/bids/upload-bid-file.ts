import { rm } from 'node:fs/promises'

import { v7 as uuidv7 } from 'uuid'

import type { uploadBidFile as contract } from '@enlace/contracts'
import { asActor, countBidFiles, insertBidFile, type BidFileRow, type CallRow } from '@enlace/database'
import {
  asId,
  bidFileLimits,
  fileKinds,
  judgeBidFile,
  Problem,
  safeFileName,
  uploadLimits,
  type FileId,
} from '@enlace/domain'
import { sealedFileSizes } from '@enlace/sealing'

import { receiveFile, type ReceivedFile } from '../files/receive-file.ts'
import type { FilePorts } from '../files/upload-file.ts'
import type { OpenHandler } from '../http/mount.ts'
import { openCall } from './open-call.ts'

/** The largest upload that a call takes: of a sealed one what the largest file becomes. */
const largest = ({ sealing }: CallRow): number =>
  sealing === 'plain' ? bidFileLimits.size : Math.max(...sealedFileSizes)

/** What is known of a file that came in: of a plain one what it is, of a sealed one that it has a size that sealed ones have. */
function judged({ sealing }: CallRow, received: ReceivedFile): Pick<BidFileRow, 'name' | 'type'> {
  if (sealing === 'plain') {
    const kind = judgeBidFile(received.name, received.type, received.look)
    return { name: safeFileName(received.name, kind), type: fileKinds[kind].type }
  }
  if (!sealedFileSizes.includes(received.size))
    throw new Problem('bid.sealing', 'Files of this call are sealed before they are sent; this one is not.')
  return { name: null, type: null }
}

/** Keeps one file for a bid that is being written: first its bytes, then its row, as other files are kept. */
export const uploadBidFile =
  ({ database, storage, incoming }: FilePorts): OpenHandler<typeof contract> =>
  async ({ actor, params, request }) => {
    const { organisationId, userId } = actor
    const call = await asActor(database, actor, (tx) => openCall(tx, actor, params.id, 'bid'))
    const received = await receiveFile(request, incoming, largest(call))
    try {
      const { name, type } = judged(call, received)
      const id = asId<FileId>(uuidv7())
      const { size, sha256 } = received
      await storage.keep(id, received.path, type ?? 'application/octet-stream')
      try {
        await asActor(database, actor, async (tx) => {
          // Sent before the deadline and whole after it: too late.
          await openCall(tx, actor, params.id, 'bid')
          const { count, bytes } = await countBidFiles(tx, call.id, organisationId)
          if (count >= uploadLimits.count || bytes + size > uploadLimits.bytes)
            throw new Problem('bid.files', 'Too much was uploaded for this call; hand in with files that are there.')
          await insertBidFile(tx, { id, callId: call.id, organisationId, name, type, size, sha256, by: userId })
        })
      } catch (error) {
        await storage.remove(id)
        throw error
      }
      return { id, name: name ?? '', type: type ?? 'application/octet-stream', size, sha256 }
    } finally {
      await rm(received.path, { force: true })
    }
  }
