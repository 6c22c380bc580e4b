import { fromBase64 } from './bytes.ts'
import { openCheckpoint, type Checkpoint, type CheckpointFault } from './checkpoint.ts'
import { entryHash, factsDigest } from './entry.ts'
import type { LogKey } from './key.ts'
import { isIncluded } from './prove.ts'

/** What is given to whoever did something: its entry, and the proof that a signed checkpoint counts it in. */
export type Receipt = {
  readonly index: number
  readonly at: string
  /** The canonical text of the entry's body. */
  readonly entry: string
  /** The facts in their canonical text, with the salt of their digest; null where they were erased. */
  readonly facts: string | null
  readonly salt: string | null
  readonly checkpoint: string
  readonly signature: string
  /** From the leaf to the root, each in base64. */
  readonly proof: readonly string[]
}

/** Why a receipt proves nothing: see `CheckpointFault`; the entry is not in the log; or the facts are others. */
export type ReceiptFault = CheckpointFault | 'not-included' | 'other-facts'

/** The receipt that a text holds, by itself or as the `receipt` or `log` of an answer; null where it holds none. */
export function parseReceipt(text: string): Receipt | null {
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null
    return receiptIn(value?.['receipt'] ?? value?.['log'] ?? value)
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

function receiptIn(value: unknown): Receipt | null {
  if (value === null || typeof value !== 'object') return null
  const { index, at, entry, facts = null, salt = null, checkpoint, signature, proof } = value as Record<string, unknown>
  if (typeof index !== 'number' || !isText(at) || !isText(entry) || !isText(checkpoint) || !isText(signature))
    return null
  if (!Array.isArray(proof) || !proof.every(isText)) return null
  if ((facts !== null && !isText(facts)) || (salt !== null && !isText(salt))) return null
  return { index, at, entry, facts, salt, checkpoint, signature, proof }
}

/** The digest of its facts that an entry's body names. */
function namedDigest(body: string): unknown {
  try {
    return (JSON.parse(body) as { facts?: unknown }).facts
  } catch {
    return undefined
  }
}

export const hasItsFacts = (body: string, salt: string, facts: string): boolean =>
  namedDigest(body) === factsDigest(salt, facts)

/** The checkpoint by which a receipt holds, or why it does not. */
export function checkReceipt(receipt: Receipt, key: LogKey): Checkpoint | ReceiptFault {
  const opened = openCheckpoint(receipt, key)
  if (typeof opened === 'string') return opened
  const { index, at, entry, facts, salt } = receipt
  const proof = receipt.proof.map(fromBase64)
  const path = proof.filter((hash) => hash?.length === 32)
  if (!Number.isSafeInteger(index) || index < 0 || path.length !== proof.length) return 'unreadable'
  const leaf = entryHash({ index, at, body: entry })
  if (!isIncluded(leaf, index, opened.size, path as Uint8Array[], opened.root)) return 'not-included'
  if (facts !== null && (salt === null || !hasItsFacts(entry, salt, facts))) return 'other-facts'
  return opened
}
