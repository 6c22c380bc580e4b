import { concat, fromBase64, isSame, toBase64 } from './bytes.ts'
import type { Hash } from './hash.ts'
import { keyId, type LogKey } from './key.ts'
import { isSigned, type Signer } from './signature.ts'

/** A log as it was: how many entries it had, what they hash to, and when the last of them came. */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  readonly at: string
}
/** A checkpoint as it is given out: its text, and the line that signs it (c2sp.org/tlog-checkpoint). */
export type SignedCheckpoint = { readonly checkpoint: string; readonly signature: string }

const textOf = ({ origin, size, root, at }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n${at}\n`

export function signCheckpoint(checkpoint: Checkpoint, { publicKey, sign }: Signer): SignedCheckpoint {
  const { origin } = checkpoint
  const text = textOf(checkpoint)
  const signed = concat(keyId({ origin, publicKey }), sign(text))
  return { checkpoint: text, signature: `— ${origin} ${toBase64(signed)}` }
}

/** What the text of a checkpoint says, or null where it is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin = '', size = '', root = '', at = ''] =
    /^([^\s+]+)\n(0|[1-9]\d{0,14})\n(\S{44})\n(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\n$/.exec(text) ?? []
  const hash = fromBase64(root)
  return origin === '' || hash?.length !== 32 ? null : { origin, size: Number(size), root: hash, at }
}

/** Why a signed checkpoint is not to be trusted: it is none, another key signed it, or nobody did. */
export type CheckpointFault = 'unreadable' | 'wrong-key' | 'unsigned'

/** The checkpoint that a key signed, or why it did not. */
export function openCheckpoint({ checkpoint, signature }: SignedCheckpoint, key: LogKey): Checkpoint | CheckpointFault {
  const parsed = parseCheckpoint(checkpoint)
  const [, signer = '', signed = ''] = /^— (\S+) (\S+)$/.exec(signature.trim()) ?? []
  const bytes = fromBase64(signed)
  if (parsed === null || bytes?.length !== 68) return 'unreadable'
  if (parsed.origin !== key.origin || signer !== key.origin || !isSame(bytes.slice(0, 4), keyId(key)))
    return 'wrong-key'
  return isSigned(checkpoint, bytes.slice(4), key.publicKey) ? parsed : 'unsigned'
}

/** Both parts as one signed note, and back. */
export const noteOf = ({ checkpoint, signature }: SignedCheckpoint): string => `${checkpoint}\n${signature}\n`
export function parseNote(note: string): SignedCheckpoint | null {
  const [, checkpoint = '', signature = ''] = /^([^]*\n)\n(— .*)\n?$/.exec(note) ?? []
  return checkpoint === '' ? null : { checkpoint, signature }
}
