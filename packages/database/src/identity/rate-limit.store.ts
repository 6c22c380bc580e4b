import type { Database } from '../open.ts'

/** At most `burst` at once, and one more every `seconds`. */
export type Allowance = { readonly burst: number; readonly seconds: number }

/**
 * Takes one from the allowance of `key`: the generic cell rate algorithm in one atomic statement by the database's
 * clock, so that many processes share one count.
 * @returns 0 where it was granted, else after how many seconds to come again
 */
export async function takeAllowance(database: Database, key: string, { burst, seconds }: Allowance): Promise<number> {
  const granted = await database.sql`
    insert into rate_limits as known (key, whole_at) values (${key}, clock_timestamp() + make_interval(secs => ${seconds}))
    on conflict (key) do update
      set whole_at = greatest(known.whole_at, clock_timestamp()) + make_interval(secs => ${seconds})
      where greatest(known.whole_at, clock_timestamp()) <= clock_timestamp() + make_interval(secs => ${seconds * (burst - 1)})
    returning key`
  if (granted.length === 1) return 0
  const [row] = await database.sql<{ wait: number }[]>`
    select extract(epoch from whole_at - clock_timestamp())::float8 - ${seconds * (burst - 1)}::float8 as wait from rate_limits where key = ${key}`
  return Math.max(1, Math.ceil(row?.wait ?? 1))
}

/** Gives the whole allowance back, as after a success. */
export async function resetAllowance(database: Database, key: string): Promise<void> {
  await database.sql`delete from rate_limits where key = ${key}`
}

/** Deletes what has no effect any more: ended sessions, expired codes, whole allowances. */
export async function forgetExpired(database: Database): Promise<void> {
  await database.sql`delete from sessions where expires_at < clock_timestamp()`
  await database.sql`delete from verifications where expires_at < clock_timestamp()`
  await database.sql`delete from rate_limits where whole_at < clock_timestamp()`
}
