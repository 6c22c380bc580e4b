import { setTimeout as sleep } from 'node:timers/promises'

import type { CallView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { plainEnvelopes, publishedCall } from './call-world.ts'
import type { Client, Signed, TestApi } from './test-api.ts'

/**
 * calm: nothing else happens; stalled: bids wait two seconds for a lock; held: all of them do, the first one too; extended: the
 * deadline is put off meanwhile.
 */
export type RushKind = 'calm' | 'stalled' | 'held' | 'extended'
type Answer = { readonly firm: Signed; readonly status: number; readonly body: unknown }
/** Seconds of the database's clock. */
type Held = { readonly from: number; readonly to: number }
export type Rush = {
  readonly deadline: number
  /** The deadline after the stretch in which the call was held. */
  readonly afterwards: number
  /** When nobody could decide about a bid, because the call was held by one alone. */
  readonly held: Held | null
  readonly answers: readonly Answer[]
  /** When each bid that is kept was received. */
  readonly received: ReadonlyMap<string, number>
}

const clock = sql`extract(epoch from clock_timestamp())::float8`
const tenMinutes = 600_000

/** Sets the deadline of a call so many milliseconds from now; in seconds of the database's clock. */
async function setDeadline(api: TestApi, id: string, inMs: number): Promise<number> {
  const [row] = await asSystem(api.system, (tx) =>
    tx.execute<{ deadline: number }>(sql`
      update calls set content = jsonb_set(content, '{deadline}', to_jsonb(to_char(
        date_trunc('milliseconds', clock_timestamp() + make_interval(secs => ${inMs / 1000}::float8)) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      where id = ${id} returning extract(epoch from deadline)::float8 as deadline`),
  )
  return row?.deadline ?? NaN
}

/** Holds the call alone for a while as who amends it does, and puts its deadline off where asked; when that was. */
const hold = (api: TestApi, id: string, forMs: number, extendMs: number): Promise<Held> =>
  asSystem(api.system, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`call ${id}`}, 0))`)
    const [begun] = await tx.execute<{ at: number }>(sql`select ${clock} as at`)
    await tx.execute(
      sql`update calls set deadline = deadline + make_interval(secs => ${extendMs / 1000}::float8) where id = ${id}`,
    )
    await tx.execute(sql`select pg_sleep(${forMs / 1000}::float8)`)
    const [ended] = await tx.execute<{ at: number }>(sql`select ${clock} as at`)
    return { from: begun?.at ?? NaN, to: ended?.at ?? NaN }
  })

/** Hands a bid in, saying by one's own clock, up to ten minutes wrong, that it is early or late. */
async function handIn(firm: Signed, call: CallView, wrongBy: number): Promise<Answer> {
  const claimed = new Date(Date.now() + wrongBy)
  const body = {
    bidId: uuidv7(),
    revision: 1,
    callVersion: 1,
    envelopes: plainEnvelopes('In haste', 1),
    receivedAt: claimed.toISOString(),
    now: claimed.toISOString(),
  }
  const headers = { date: claimed.toUTCString(), 'x-request-start': `t=${claimed.getTime()}` }
  const { status, body: answer } = await firm.client.send('PUT', `/api/calls/${call.id}/bid`, body, headers)
  return { firm, status, body: answer }
}

const leadMs = 1500
const stretches = {
  stalled: { before: 300, forMs: 2000, extendMs: 0 },
  held: { before: 1200, forMs: 2500, extendMs: 0 },
  extended: { before: 200, forMs: 250, extendMs: 400 },
}

/** Lets every firm hand in a bid at its moment within half a second of the deadline, on either side. */
export async function rush(api: TestApi, buyer: Client, firms: readonly Signed[], kind: RushKind): Promise<Rush> {
  const call = await publishedCall(buyer)
  const deadline = await setDeadline(api, call.id, leadMs)
  const due = Date.now() + leadMs
  const stretch = kind === 'calm' ? null : stretches[kind]
  const holding =
    stretch === null
      ? null
      : sleep(due - stretch.before - Date.now()).then(() => hold(api, call.id, stretch.forMs, stretch.extendMs))
  const answers = await Promise.all(
    firms.map(async (firm, at) => {
      await sleep(Math.max(0, due - 500 + (1000 * at) / firms.length - Date.now()))
      return handIn(firm, call, ((at % 21) - 10) * (tenMinutes / 10))
    }),
  )
  const held = await holding
  const rows = await asSystem(api.system, (tx) =>
    tx.execute<{ firm: string; at: number }>(
      sql`select organisation_id as firm, extract(epoch from received_at)::float8 as at from bids where call_id = ${call.id}`,
    ),
  )
  return {
    deadline,
    afterwards: deadline + (stretch?.extendMs ?? 0) / 1000,
    held,
    answers,
    received: new Map(rows.map(({ firm, at }) => [firm, at])),
  }
}

/** What was decided about a bid: when by the clock, and whether it was taken. */
type Decision = { readonly taken: boolean; readonly at: number }

function decisionOf({ received }: Rush, { firm, status, body }: Answer): Decision | string {
  const at = received.get(firm.organisationId)
  const { code, detail = '', receivedAt } = body as { code?: string; detail?: string; receivedAt?: string }
  if (status === 200) {
    if (at === undefined) return 'taken, and no row is kept'
    if (Math.abs(Date.parse(receivedAt ?? '') / 1000 - at) > 0.001) return 'the receipt tells another time than the row'
    return { taken: true, at }
  }
  if (code !== 'call.late') return `${status} ${code}`
  if (at !== undefined) return 'refused, and its row is kept'
  return { taken: false, at: Date.parse(/it is (\S+Z)\.$/.exec(detail)?.[1] ?? '') / 1000 }
}

/** What is wrong with a decision, by the deadline that was in force when it was made; null where nothing is. */
export function faultOf(of: Rush, answer: Answer): string | null {
  const decision = decisionOf(of, answer)
  if (typeof decision === 'string') return decision
  const { taken, at } = decision
  if (Number.isNaN(at)) return 'says no time'
  const { held } = of
  // The moment that was told has to be one at which it could be decided; answers tell whole milliseconds.
  if (held !== null && at > held.from + 0.001 && at < held.to - 0.001)
    return taken
      ? 'taken as of a moment at which nobody could take it'
      : 'refused as of a moment at which nobody could refuse it'
  // Deadlines are whole milliseconds, which sums of seconds miss by a little; so are the times that refusals tell.
  const deadlineMs = Math.round(1000 * (held !== null && at >= held.to - 0.001 ? of.afterwards : of.deadline))
  if (taken && 1000 * at >= deadlineMs) return 'taken too late'
  return !taken && Math.round(1000 * at) < deadlineMs ? 'refused though in time' : null
}
