import type { FileId } from '../brand.ts'
import { judgeFile, type FileKind, type FileLook } from '../files/file-kind.ts'
import { Problem, type FieldFault } from '../problem.ts'

/** A file of a bid, as its envelope names it; of a sealed one nothing is known outside of the envelope. */
export type BidFile = {
  readonly id: FileId
  readonly name: string
  readonly type: string
  /** In bytes, before it is sealed. */
  readonly size: number
  /** Of a plain file its SHA-256 in hex, of a sealed one that of its sealed pieces in base64url. */
  readonly digest: string
  /** What opens a sealed file, in base64url. */
  readonly key?: string | undefined
}

/** What a bid may hold of files: how many, how large each, and what all of them take where they are kept. */
export const bidFileLimits = { count: 20, size: 50_000_000, bytes: 300_000_000 } as const
/** What a supplier may have uploaded for one call, handed in or not. */
export const uploadLimits = { count: 60, bytes: 900_000_000 } as const
/** An office document that unfolds to more was made to do harm. */
const mostUnfolded = 500_000_000

/** The kind of a file that is to be, or was, attached to a bid; refuses what lies about itself or would unfold without end. */
export function judgeBidFile(name: string, type: string, look: FileLook): FileKind {
  const kind = judgeFile(name, type, look)
  if ((look.zipUnfolds ?? 0) <= mostUnfolded) return kind
  const message = 'This document would unfold to more than half a gigabyte. Save it again without what swells it.'
  throw new Problem('file.swells', message, [{ path: 'body.file', code: 'file', message }])
}

/** What is wrong with the files of one envelope by themselves: too many, or one that is named twice. */
export function fileFaults(path: string, files: readonly BidFile[]): FieldFault[] {
  const faults: FieldFault[] = []
  if (files.length > bidFileLimits.count)
    faults.push({ path, code: 'too_big', message: `Attach at most ${bidFileLimits.count} files.` })
  if (new Set(files.map(({ id }) => id)).size < files.length)
    faults.push({ path, code: 'twice', message: 'A file is attached twice.' })
  return faults
}
