import { sql } from 'drizzle-orm'

import {
  consistencyRanges,
  emptyRoot,
  fromBase64,
  inclusionRanges,
  nodesOf,
  rangeHash,
  toBase64,
  type Hash,
  type Node,
  type Range,
} from '@enlace/audit-log'
import { assert } from '@enlace/domain'

import { bigints, numbers } from '../arrays.ts'
import type { Reader } from '../open.ts'
import { originOf } from './audit-entry.store.ts'

const nameOf = ({ level, position }: Node): string => `${level}/${position}`

/** The hashes of these parts of the tree, from a few stored nodes, however large it is. */
async function hashesOf(reader: Reader, ranges: readonly Range[]): Promise<Hash[]> {
  const nodes = ranges.flatMap(nodesOf)
  const rows = await reader.execute<{ level: number; position: string; hash: string }>(sql`
    select nodes.level, nodes.position, encode(nodes.hash, 'base64') as hash
    from unnest(${numbers(nodes.map(({ level }) => level))}::int[], ${bigints(nodes.map(({ position }) => position))}) as wanted (level, position)
    join audit_nodes as nodes using (level, position)`)
  const stored = new Map(rows.map((row) => [`${row.level}/${row.position}`, fromBase64(row.hash)]))
  return ranges.map((range) =>
    rangeHash(range, (node) => {
      const hash = stored.get(nameOf(node)) ?? null
      assert(hash !== null, `the audit log has no node ${nameOf(node)}`)
      return hash
    }),
  )
}

/** The proof that the tree of `size` leaves holds this one. */
export const readInclusion = async (reader: Reader, index: number, size: number): Promise<string[]> =>
  (await hashesOf(reader, inclusionRanges(index, { from: 0, to: size }))).map(toBase64)

/** The proof that the tree of `size` leaves begins with that of `earlier`. */
export const readConsistency = async (reader: Reader, earlier: number, size: number): Promise<string[]> =>
  (await hashesOf(reader, consistencyRanges(earlier, size))).map(toBase64)

/** How the log is called, how many entries it has, and when the last of them came, or the log began. */
export type LogTip = { readonly origin: string; readonly size: number; readonly at: string }

export async function readLogTip(reader: Reader): Promise<LogTip> {
  const [row] = await reader.execute<{ id: string; size: string; at: string }>(sql`select * from audit_tip()`)
  assert(row !== undefined, 'there is one audit log')
  return { origin: originOf(row.id), size: Number(row.size), at: row.at }
}

/** The root of the tree of `size` leaves. */
export async function readRoot(reader: Reader, size: number): Promise<Hash> {
  const [root] = size === 0 ? [emptyRoot] : await hashesOf(reader, [{ from: 0, to: size }])
  assert(root !== undefined, 'a tree has a root')
  return root
}
