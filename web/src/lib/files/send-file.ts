import { uploadFile, type FileView } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'

/** Sends one file to be kept, of the own organisation or of a firm in its care. */
export function sendFile(file: File, query: { readonly firm?: OrganisationId } = {}): Promise<FileView> {
  const body = new FormData()
  body.set('file', file)
  return call(uploadFile, { query, body })
}
