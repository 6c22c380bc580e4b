import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { readBidFile as contract } from '@enlace/contracts'
import { asActor, readOpenedBidFile, type OpenedBidFile } from '@enlace/database'
import { judgeBidFile, Problem, safeFileName, type BidFile, type FileKind } from '@enlace/domain'
import { fromText, openFile, SealingError } from '@enlace/sealing'
import type { Storage } from '@enlace/storage'

import { callFor } from '../calls/call-for.ts'
import { asDownload, storedBytes } from '../files/download-file.ts'
import { FileLooker } from '../files/file-look.ts'
import type { FilePorts } from '../files/upload-file.ts'
import type { OpenHandler } from '../http/mount.ts'

/** A file that stays shut while the others of its bid open, with the code of why. */
const shut = (code: string): Problem =>
  new Problem('bid.file-shut', 'This file is not what its bidder sealed or said, so it stays shut.', [
    { path: 'file', code, message: 'This file stays shut; the others open.' },
  ])

/** Opens a sealed file into `path`, and says what it is; nothing of it has been looked at by anybody until now. */
async function openInto(path: string, storage: Storage, { callId, file }: OpenedBidFile): Promise<FileKind> {
  const looker = new FileLooker()
  const target = await open(path, 'wx', 0o600)
  try {
    await openFile({
      source: await storedBytes(storage, file.id),
      size: file.size,
      seal: { key: fromText(file.key, 32) ?? new Uint8Array(), digest: fromText(file.digest, 32) ?? new Uint8Array() },
      callId,
      keep: async (clear) => {
        looker.see(clear)
        await target.writeFile(clear)
      },
    })
  } finally {
    await target.close()
  }
  return judgeBidFile(file.name, file.type, await looker.lookAt(path))
}

/** The code of why a file cannot be given, or nothing where that is not the file's fault. */
function faultOf(error: unknown): string | null {
  if (error instanceof SealingError) return error.code
  return error instanceof Problem && error.code.startsWith('file.') ? error.code : null
}

/** Only what was handed in with the bid counts, and in a plain call that was judged when it came. */
function checkKept({ file, sealed, kept }: OpenedBidFile): void {
  if (kept === null) throw shut('file.missing')
  if (sealed !== (file.key !== undefined)) throw shut('sealing.malformed')
}

const nameOf = (file: BidFile, kind: FileKind): string => safeFileName(file.name, kind)

/** Sends a file of an opened envelope in clear, as a download. */
export const readBidFile =
  ({ database, storage, incoming }: FilePorts): OpenHandler<typeof contract> =>
  async ({ actor, params, reply }) => {
    const opened = await asActor(database, actor, async (tx) => {
      const call = await callFor(tx, params.id, 'read-bids')
      const found = await readOpenedBidFile(tx, params.bidId, params.fileId)
      return found?.callId === call.id ? found : null
    })
    if (opened === null) throw new Problem('thing.not-found', 'There is no such file, or it is not yours to see.')
    checkKept(opened)
    if (!opened.sealed) return asDownload(reply, opened.file).send(await storedBytes(storage, opened.file.id))
    const path = join(incoming, randomUUID())
    try {
      const kind = await openInto(path, storage, opened)
      const file = await open(path)
      return await asDownload(reply, { ...opened.file, name: nameOf(opened.file, kind) }).send(file.createReadStream())
    } catch (error) {
      const code = faultOf(error)
      throw code === null ? error : shut(code)
    } finally {
      // What is being sent is still read by who has it open.
      await rm(path, { force: true })
    }
  }
