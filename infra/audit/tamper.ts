import { bodyText, canonicalJson, entryHash, factsDigest, Frontier, signCheckpoint, signerOf } from '@enlace/audit-log'
import type postgres from 'postgres'

/** What a tampering needs: chance that can be played again, the length of the log, and the keys that sign. */
export type Tools = {
  /** A whole number from `from` up to, and without, `to`. */
  readonly pick: (from: number, to: number) => number
  readonly size: number
  readonly origin: string
  readonly ownSeed: Uint8Array
  readonly otherSeed: Uint8Array
}
export type Tx = postgres.TransactionSql
/** Does damage, and answers with the first entry that is not as it was. */
export type Tampering = (tx: Tx, tools: Tools) => Promise<number>

type Row = { readonly index: string; readonly at: string; readonly body: string }

/** Makes every hash from an entry on fit what stands there, as somebody would who knows how the log is made. */
async function fit(tx: Tx, from: number): Promise<{ root: Uint8Array; size: number; at: string }> {
  const rows = await tx<Row[]>`select index, audit_instant(at) as at, body from audit_entries order by index`
  const frontier = new Frontier()
  const hashes = rows.map((row) => entryHash({ ...row, index: Number(row.index) }))
  for (const hash of hashes) frontier.append(hash)
  const changed = rows.flatMap(({ index }, at) =>
    Number(index) < from ? [] : [{ level: 0, position: index, hash: hashes[at] }],
  )
  if (changed.length > 0)
    await tx`insert into audit_nodes ${tx(changed)} on conflict (level, position) do update set hash = excluded.hash`
  return { root: frontier.root(), size: rows.length, at: rows.at(-1)?.at ?? '' }
}

async function publish(tx: Tx, tools: Tools, seed: Uint8Array, from: number): Promise<void> {
  const { size, root, at } = await fit(tx, from)
  const { checkpoint, signature } = signCheckpoint({ origin: tools.origin, size, root, at }, signerOf(seed))
  await tx`delete from audit_checkpoints where size >= ${from}`
  await tx`insert into audit_checkpoints (size, checkpoint, signature) values (${size}, ${checkpoint}, ${signature})`
}

/** Other words for an entry, with facts that fit. */
async function rewrite(tx: Tx, index: number): Promise<void> {
  const [salt, facts] = ['another salt', canonicalJson({ choice: 'another supplier' })]
  const body = bodyText({
    act: 'match.chosen',
    actor: null,
    facts: factsDigest(salt, facts),
    organisation: null,
    subject: {},
  })
  await tx`update audit_entries set body = ${body} where index = ${index}`
  await tx`update audit_facts set facts = ${facts}, salt = ${salt} where index = ${index}`
}

async function swap(tx: Tx, one: number, other: number): Promise<void> {
  for (const table of ['audit_facts', 'audit_entries'])
    for (const [from, to] of [
      [one, 1e9],
      [other, one],
      [1e9, other],
    ] as const)
      await tx`update ${tx(table)} set index = ${to} where index = ${from}`
}

/** Ways to change a log of which one owns the database: clumsy ones, and ones that leave every hash in it right. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'edit a body': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`update audit_entries set body = replace(body, '"act":"', '"act":"x') where index = ${index}`
    return index
  },
  'edit a time': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`update audit_entries set at = at + interval '1 microsecond' where index = ${index}`
    return index
  },
  'edit facts': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`update audit_facts set facts = '{}' where index = ${index}`
    return index
  },
  'edit an entry and its hash': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await rewrite(tx, index)
    await fit(tx, index)
    return index
  },
  'edit a hash': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`update audit_nodes set hash = sha256(hash) where level = 0 and position = ${index}`
    return index
  },
  'delete an entry': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`delete from audit_entries where index = ${index}`
    return index
  },
  'delete an entry and its hash': async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`delete from audit_entries where index = ${index}`
    await tx`delete from audit_nodes where level = 0 and position = ${index}`
    return index
  },
  'delete an entry and close the gap': async (tx, { pick, size }) => {
    const index = pick(0, size)
    for (const table of ['audit_facts', 'audit_entries']) {
      await tx`delete from ${tx(table)} where index = ${index}`
      await tx`update ${tx(table)} set index = index + 1000000 where index > ${index}`
      await tx`update ${tx(table)} set index = index - 1000001 where index > 1000000`
    }
    await tx`delete from audit_nodes where level = 0 and position >= ${index}`
    await fit(tx, index)
    return index
  },
  'swap two entries': async (tx, { pick, size }) => {
    const index = pick(0, size - 1)
    await swap(tx, index, pick(index + 1, size))
    return index
  },
  'swap two entries and their hashes': async (tx, { pick, size }) => {
    const index = pick(0, size - 1)
    await swap(tx, index, pick(index + 1, size))
    await fit(tx, index)
    return index
  },
  'swap what two entries say': async (tx, { pick, size }) => {
    const [index, other] = [pick(0, size / 2), pick(size / 2, size)]
    await swap(tx, index, other)
    await tx`update audit_entries as one set at = other.at from audit_entries as other
      where one.index in (${index}, ${other}) and other.index in (${index}, ${other}) and one.index <> other.index`
    await fit(tx, index)
    return index
  },
  truncate: async (tx, { pick, size }) => {
    const index = pick(0, size)
    await tx`delete from audit_entries where index >= ${index}`
    await tx`delete from audit_nodes where level = 0 and position >= ${index}`
    await tx`delete from audit_checkpoints where size > ${index}`
    return index
  },
  'fork with the own key': async (tx, tools) => {
    const index = tools.pick(0, tools.size)
    for (let at = index; at < tools.size; at += 1) await rewrite(tx, at)
    await publish(tx, tools, tools.ownSeed, index)
    return index
  },
  'rewrite and sign with another key': async (tx, tools) => {
    const index = tools.pick(0, tools.size)
    await rewrite(tx, index)
    await publish(tx, tools, tools.otherSeed, index)
    return index
  },
  'sign what is there with another key': async (tx, tools) => {
    await publish(tx, tools, tools.otherSeed, tools.size)
    return 0
  },
  'call it another log': async (tx, tools) => {
    await publish(tx, { ...tools, origin: 'enlace-audit-log/other' }, tools.ownSeed, tools.size)
    return 0
  },
}
