import type { BidId, CallId, FileId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** A file that waits for the bid it is for; of a sealed one, only what can be seen from outside. */
export const uploadedBidFile = z.object({
  id: wire.id<FileId>(),
  name: z.string(),
  type: z.string(),
  /** In bytes, as it is kept. */
  size: z.int(),
  sha256: z.string(),
})
export type UploadedBidFile = DeepReadonly<z.output<typeof uploadedBidFile>>

const noun = 'bids'
const access = 'member'

export const uploadBidFile = endpoint({
  name: 'uploadBidFile',
  summary:
    'Keep one file (form field `file`) for a bid that is being written: of a sealed call as ciphertext of one of a few sizes. One that no bid was handed in with is removed after the deadline.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/bid/files',
  params: z.object({ id: wire.id<CallId>() }),
  upload: 'multipart',
  success: 201,
  response: uploadedBidFile,
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'call.phase',
    'call.late',
    'bid.files',
    'bid.sealing',
    'file.type',
    'file.lies',
    'file.swells',
    'file.too-large',
  ],
})
export const readBidFile = endpoint({
  name: 'readBidFile',
  summary:
    'A file of an opened envelope, for those who read what the envelope says; one that is not what its bidder sealed stays shut alone.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/bids/:bidId/files/:fileId',
  params: z.object({ id: wire.id<CallId>(), bidId: wire.id<BidId>(), fileId: wire.id<FileId>() }),
  download: 'application/octet-stream',
  problems: ['thing.not-found', 'call.phase', 'bid.file-shut'],
})
