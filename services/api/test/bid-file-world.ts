import type { CallView, UploadedBidFile } from '@enlace/contracts'
import { newFileKey, sealFile, toText, type Bytes } from '@enlace/sealing'

import { formOf, type FormFile } from './multipart.ts'
import type { Answer, Client, TestApi } from './test-api.ts'

export const pdf = (bytes: string | Buffer = '%PDF-1.7 how we seal', name = 'method.pdf'): FormFile => ({
  name,
  type: 'application/pdf',
  bytes,
})

/** Uploads a file for a bid of this call. */
export function uploadTo(client: Client, call: Pick<CallView, 'id'>, file: FormFile = pdf()): Promise<Answer> {
  const { body, headers } = formOf(file)
  return client.send('POST', `/api/calls/${call.id}/bid/files`, body, headers)
}

/** A file as a plain envelope names it, once it is uploaded. */
export async function plainFile(client: Client, call: CallView, file: FormFile = pdf()): Promise<object> {
  const { status, body } = await uploadTo(client, call, file)
  if (status !== 201) throw new Error(JSON.stringify(body))
  const { sha256, ...kept } = body as UploadedBidFile
  return { ...kept, digest: sha256 }
}

/** A file as a bidder's browser seals it: what is sent, and what its envelope says of it. */
export async function sealedBytes(
  callId: string,
  bytes: Buffer,
): Promise<{ readonly sealed: Buffer; readonly key: string; readonly digest: string }> {
  const parts: Bytes[] = []
  const key = newFileKey()
  const source = (async function* () {
    yield bytes
  })()
  const keep = (part: Bytes): void => void parts.push(part)
  const digest = await sealFile({ source, size: bytes.length, key, callId, keep })
  return { sealed: Buffer.concat(parts), key: toText(key), digest: toText(digest) }
}

export type NamedFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly digest: string
  readonly key: string
}
/** A sealed file that was uploaded, as its envelope names it; a test says where it lies. */
export async function sealedFile(
  client: Client,
  call: CallView,
  bytes: Buffer | string = '%PDF-1.7 how we seal',
  given: Partial<NamedFile> = {},
): Promise<NamedFile> {
  const clear = Buffer.from(bytes)
  const { sealed, key, digest } = await sealedBytes(call.id, clear)
  const { status, body } = await uploadTo(client, call, {
    name: 'sealed',
    type: 'application/octet-stream',
    bytes: sealed,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  const { id } = body as UploadedBidFile
  return { id, name: 'method.pdf', type: 'application/pdf', size: clear.length, digest, key, ...given }
}

/** Fetches a file of an opened bid, with its bytes. */
export const fetchFileOf = (api: TestApi, client: Client, call: CallView, bidId: string, id: string) =>
  api.app.inject({
    url: `/api/calls/${call.id}/bids/${bidId}/files/${id}`,
    headers: { cookie: [...client.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
