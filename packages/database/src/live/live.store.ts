import { sql } from 'drizzle-orm'

import type { LiveName } from '@enlace/contracts'

import { bigints, texts } from '../arrays.ts'
import type { Reader, Transaction } from '../open.ts'

export type KeptNote = {
  readonly topic: string
  readonly seq: number
  readonly name: LiveName
  readonly subject: string
  /** Milliseconds since it was noted, by the database's clock. */
  readonly ageMs: number
}

/** The present epoch; it changes only when numbering starts anew, as after a restore. */
export async function readEpoch(reader: Reader): Promise<string> {
  const [row] = await reader.execute<{ epoch: string }>(sql`select epoch from live_epoch`)
  if (row === undefined) throw new Error('live_epoch has no row')
  return row.epoch
}

/** The last number of each topic; a topic nobody spoke on is 0. */
export async function readSeqs(reader: Reader, topics: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.execute<{ topic: string; seq: string }>(
    sql`select topic, seq from live_topics where topic = any(${texts(topics)})`,
  )
  const seqs = new Map(topics.map((topic) => [topic, 0]))
  for (const row of rows) seqs.set(row.topic, Number(row.seq))
  return seqs
}

/** The last number of a topic somebody listens to; from the first time on, what is said there is numbered and kept. */
export async function openTopic(reader: Reader, topic: string): Promise<number> {
  const last = async (): Promise<number | null> => {
    const [row] = await reader.execute<{ seq: string }>(sql`select seq from live_topics where topic = ${topic}`)
    return row === undefined ? null : Number(row.seq)
  }
  const known = await last()
  if (known !== null) return known
  // Need not be on disk at once: whatever is numbered later is written after it, so either both are there or neither.
  await reader.execute(sql`
    with hasty as (select set_config('synchronous_commit', 'off', true))
    insert into live_topics (topic, seq) select ${topic}, 0 from hasty on conflict do nothing`)
  return (await last()) ?? 0
}

/** Notes of the topics after the given numbers, in order, at most `limit` in all. */
export async function readNotesAfter(
  reader: Reader,
  positions: ReadonlyMap<string, number>,
  limit: number,
): Promise<KeptNote[]> {
  const rows = await reader.execute<{ topic: string; seq: string; name: LiveName; subject: string; age: number }>(sql`
    select note.topic, note.seq, note.name, note.subject,
      (extract(epoch from clock_timestamp() - note.noted_at) * 1000)::int as age
    from unnest(${texts([...positions.keys()])}, ${bigints([...positions.values()])}) as read (topic, seq)
    join live_notes as note on note.topic = read.topic and note.seq > read.seq
    order by note.topic, note.seq limit ${limit}`)
  return rows.map(({ age, ...row }) => ({ ...row, seq: Number(row.seq), ageMs: age }))
}

/** Forgets notes older than the resume window; whoever was away longer takes a snapshot. */
export async function forgetNotes(tx: Transaction, olderThanMinutes: number): Promise<void> {
  await tx.execute(
    sql`delete from live_notes where noted_at < clock_timestamp() - make_interval(mins => ${olderThanMinutes})`,
  )
}
