import {
  LogCheck,
  openCheckpoint,
  parseNote,
  parseReceipt,
  checkReceipt,
  type Checkpoint,
  type Finding,
  type LogKey,
  type SignedCheckpoint,
} from '@enlace/audit-log'

import type { LogSource } from './log-source.ts'

/** A checkpoint that was given out before, as it was kept: by itself, as a signed note, or on a receipt. */
export type Witness = { readonly name: string; readonly text: string }
export type Verified = { readonly entries: number; readonly findings: readonly Finding[] }

const faultWords = {
  unreadable: 'is no checkpoint and no receipt',
  'wrong-key': 'is signed by another key, or is of another log',
  unsigned: 'was not signed by this key as it stands there',
  'not-included': 'is a receipt whose entry its own checkpoint does not hold',
  'other-facts': 'is a receipt with other facts than its entry was written with',
} as const

function signedIn(text: string): SignedCheckpoint | null {
  const note = parseNote(text)
  if (note !== null) return note
  try {
    const { checkpoint, signature } = JSON.parse(text) as Partial<SignedCheckpoint>
    return typeof checkpoint === 'string' && typeof signature === 'string' ? { checkpoint, signature } : null
  } catch {
    return null
  }
}

function openWitness({ name, text }: Witness, key: LogKey): Checkpoint | Finding {
  const receipt = parseReceipt(text)
  const signed = signedIn(text)
  const opened =
    receipt !== null ? checkReceipt(receipt, key) : signed === null ? 'unreadable' : openCheckpoint(signed, key)
  if (typeof opened !== 'string') return opened
  const tampering = opened === 'unreadable' ? 'unreadable' : 'wrong-key'
  return { tampering, index: receipt?.index ?? 0, to: null, words: `${name} ${faultWords[opened]}` }
}

/** What was given out before, checked once: checkpoints that this key signed, and what is wrong with the others. */
export type Opened = readonly (Checkpoint | Finding)[]
export const openWitnesses = (witnesses: readonly Witness[], key: LogKey): Opened =>
  witnesses.map((witness) => openWitness(witness, key))

/** Reads a whole log and says what is wrong with it, by its own words and by checkpoints that were given out before. */
export async function verifyLog(source: LogSource, given: Opened, key: LogKey): Promise<Verified> {
  const own = source.own === null ? [] : [{ name: 'the checkpoint in the log', text: JSON.stringify(source.own) }]
  const opened = [...openWitnesses(own, key), ...given]
  const check = new LogCheck(opened.filter((one) => 'root' in one))
  for await (const line of source.lines) check.add(line)
  return { entries: check.size, findings: [...opened.filter((one) => 'tampering' in one), ...check.end()] }
}
