import { uploadBidFile, type CallView } from '@enlace/contracts'
import {
  bidFileLimits,
  fileKinds,
  HeadLook,
  judgeBidFile,
  Problem,
  readZipDirectory,
  safeFileName,
  type BidFile,
  type FileLook,
} from '@enlace/domain'
import { asCallError, call } from '$lib/api/call.ts'
import { sealing } from '$lib/sealing/sealing.ts'

type Asking = Pick<CallView, 'id' | 'sealing'>
type Hear = (done: number) => void
const slice = 1_048_576

/** A file's bytes a little at a time, so that it is never in memory whole. */
async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += slice) yield new Uint8Array(await file.slice(at, at + slice).arrayBuffer())
}

/** Looks at a file on this device as the server looks at what comes in. */
async function lookAt(file: Blob): Promise<FileLook> {
  const look = new HeadLook()
  for await (const chunk of bytesOf(file)) look.see(chunk)
  const zip = await readZipDirectory(
    file.size,
    async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
  )
  return { head: look.head, isText: look.isText, zipNames: zip?.names ?? null, zipUnfolds: zip?.unfolds }
}

const upload = async (id: CallView['id'], file: Blob, name: string) => {
  const body = new FormData()
  body.append('file', file, name)
  return call(uploadBidFile, { params: { id }, body })
}

/** A file sealed under a key of its own, as the one thing that leaves this device. */
async function seal(file: File, callId: string, hear: Hear): Promise<{ sealed: Blob; key: string; digest: string }> {
  const { newFileKey, sealFile, sealedFileSize, toText } = await sealing()
  const whole = sealedFileSize(file.size)
  const key = newFileKey()
  let [sealed, parts, size] = [new Blob(), [] as BlobPart[], 0]
  const digest = await sealFile({
    source: bytesOf(file),
    size: file.size,
    key,
    callId,
    keep: (part) => {
      parts.push(part)
      size += part.length
      // What is in a blob the browser may lay on disk.
      if (parts.length < 64 && size < whole) return
      ;[sealed, parts] = [new Blob([sealed, ...parts]), []]
      hear(size / whole)
    },
  })
  return { sealed, key: toText(key), digest: toText(digest) }
}

/**
 * Takes a file from this device for a bid: judged here, since nobody else sees a sealed one before its opening, and kept
 * by the server. Throws what a call throws.
 */
export async function attachFile(of: Asking, file: File, hear: Hear = () => {}): Promise<BidFile> {
  try {
    if (file.size > bidFileLimits.size)
      throw new Problem('file.too-large', `Files of up to ${bidFileLimits.size / 1e6} MB can be attached.`)
    if (file.size === 0) throw new Problem('file.type', 'This file is empty.')
    const kind = judgeBidFile(file.name, file.type, await lookAt(file))
    const name = safeFileName(file.name, kind)
    if (of.sealing === 'plain') {
      const { sha256, ...kept } = await upload(of.id, file, file.name)
      return { ...kept, digest: sha256 }
    }
    const { sealed, key, digest } = await seal(file, of.id, hear)
    const { id } = await upload(of.id, sealed, 'sealed')
    return { id, name, type: fileKinds[kind].type, size: file.size, digest, key }
  } catch (error) {
    throw await asCallError(error)
  }
}
