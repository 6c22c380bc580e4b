import type { FileId, OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** Largest file, in bytes. */
export const fileSizeLimit = 10_000_000

export const fileView = z.object({
  id: wire.id<FileId>(),
  name: z.string(),
  /** The media type its bytes were found to be. */
  type: z.string(),
  /** In bytes. */
  size: z.int(),
  sha256: z.string(),
  uploadedAt: wire.instant,
})
export type FileView = DeepReadonly<z.output<typeof fileView>>

export const uploadFile = endpoint({
  name: 'uploadFile',
  summary:
    'Keep one file (form field `file`) for the caller or for a firm in its care; one that nothing refers to within a day is removed.',
  noun: 'files',
  method: 'POST',
  path: '/api/files',
  access: 'member',
  query: z.object({ firm: z.optional(wire.id<OrganisationId>()) }),
  upload: 'multipart',
  success: 201,
  response: fileView,
  problems: ['identity.forbidden', 'thing.not-found', 'file.type', 'file.lies', 'file.too-large'],
})

export const downloadFile = endpoint({
  name: 'downloadFile',
  summary: 'The bytes of a file, to those who see the field it stands in; always as a download, never as a page.',
  noun: 'files',
  method: 'GET',
  path: '/api/files/:id',
  access: 'member',
  params: z.object({ id: wire.id<FileId>() }),
  download: 'application/octet-stream',
  problems: ['thing.not-found'],
})
