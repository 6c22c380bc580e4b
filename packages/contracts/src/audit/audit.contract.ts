import type { OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { acts } from './logged.ts'

/** No tree has more leaves. */
const count = z.coerce.number().check(z.int(), z.gte(0), z.lte(2 ** 48))
const common = { noun: 'audit', method: 'GET' } as const

/** What is handed to whoever did something: its entry, and the proof that a signed checkpoint counts it in. */
export const auditReceipt = z.object({
  index: z.int(),
  at: z.string(),
  /** The canonical text of the entry's body. */
  entry: z.string(),
  /** The facts in their canonical text, with the salt of their digest; null where they were erased. */
  facts: z.nullable(z.string()),
  salt: z.nullable(z.string()),
  checkpoint: z.string(),
  signature: z.string(),
  /** From the leaf to the root, each in base64. */
  proof: z.array(z.string()),
})
export type AuditReceipt = DeepReadonly<z.output<typeof auditReceipt>>

export const entryView = z.object({
  index: z.int(),
  at: wire.instant,
  act: z.enum(acts),
  organisation: z.nullable(z.object({ id: wire.id<OrganisationId>(), name: z.nullable(z.string()) })),
  /** A pseudonym, and the name where it is a colleague. */
  actor: z.nullable(z.object({ pseudonym: z.string(), name: z.nullable(z.string()) })),
  subject: z.record(z.string(), z.string()),
  /** In their canonical JSON text; null where they were erased. */
  facts: z.nullable(z.string()),
})
export type EntryView = DeepReadonly<z.output<typeof entryView>>

export const signedCheckpoint = z.object({
  size: z.int(),
  root: z.string(),
  at: z.string(),
  checkpoint: z.string(),
  signature: z.string(),
})
export type SignedCheckpointView = DeepReadonly<z.output<typeof signedCheckpoint>>

export const readAuditKey = endpoint({
  ...common,
  name: 'readAuditKey',
  summary: 'The public key that signs the checkpoints of the audit log, and the log that they are of.',
  path: '/api/audit-log/key',
  access: 'public',
  response: z.object({
    origin: z.string(),
    /** 32 bytes of Ed25519 in base64. */
    publicKey: z.string(),
    /** Both in one line, as c2sp.org/signed-note writes a verifier's key. */
    key: z.string(),
  }),
})

export const readCheckpoint = endpoint({
  ...common,
  name: 'readCheckpoint',
  summary: 'The newest checkpoint of the audit log, signed.',
  path: '/api/audit-log/checkpoint',
  access: 'public',
  response: signedCheckpoint,
})

export const proveConsistency = endpoint({
  ...common,
  name: 'proveConsistency',
  summary: 'The proof that the audit log of one size begins with all entries of an earlier one (RFC 9162, 2.1.4).',
  path: '/api/audit-log/consistency',
  access: 'public',
  query: z.object({ from: count, to: count }),
  response: z.object({ from: z.int(), to: z.int(), proof: z.array(z.string()) }),
  problems: ['audit.size'],
})

export const listEntries = endpoint({
  ...common,
  name: 'listEntries',
  summary: 'What the caller may see of the audit log, the newest first.',
  path: '/api/audit-log/entries',
  access: 'member',
  query: z.object({ ...wire.paging, act: z.optional(z.enum(acts)) }),
  response: wire.page(entryView),
  problems: ['identity.forbidden'],
})

export const readReceipt = endpoint({
  ...common,
  name: 'readReceipt',
  summary: 'An entry with the proof that the newest checkpoint counts it in (RFC 9162, 2.1.3).',
  path: '/api/audit-log/entries/:index/receipt',
  access: 'member',
  params: z.object({ index: count }),
  response: auditReceipt,
  problems: ['identity.forbidden', 'thing.not-found'],
})

export const exportAuditLog = endpoint({
  ...common,
  name: 'exportAuditLog',
  summary:
    'The whole audit log for the verifier, one JSON object a line: the newest checkpoint, then every entry that the caller may see, and the hash alone of every other.',
  path: '/api/audit-log/export.jsonl',
  access: 'member',
  download: 'application/x-ndjson',
  problems: ['identity.forbidden'],
})
