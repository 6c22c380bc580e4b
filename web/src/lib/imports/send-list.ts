import { startImport, type ImportView } from '@enlace/contracts'
import type { ImportKind } from '@enlace/domain'
import { call } from '../api/call.ts'

/** Smaller files travel as they are. */
const worthPacking = 200_000

/** Packs a file on the device, so that a long list also leaves a phone quickly. */
export async function packed(file: File): Promise<Blob> {
  const isPacked = /\.(gz|xlsx)$/i.test(file.name)
  if (isPacked || file.size < worthPacking || typeof CompressionStream === 'undefined')
    return new Blob([file], { type: 'application/octet-stream' })
  const bytes = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
  return new Blob([bytes], { type: 'application/gzip' })
}

/** Sends a list to be looked at: nothing of it is kept before somebody says so. */
export async function sendList(what: ImportKind, file: File, country: string | null): Promise<ImportView> {
  const query = {
    what,
    dryRun: 'true' as const,
    fileName: file.name.slice(0, 200),
    ...(country === null ? {} : { country }),
  }
  return call(startImport, { query, body: await packed(file) })
}
