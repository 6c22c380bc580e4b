import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

import { prepared } from './prepared.ts'

/**
 * Roles our processes speak as. `enlace_app` sees what row-level security lets the actor see;
 * `enlace_system` is for relay, worker and importers; `enlace_identity` alone sees
 * sessions, passwords and codes. None of them owns a table.
 */
export const databaseRoles = ['enlace_app', 'enlace_system', 'enlace_identity'] as const
export type DatabaseRole = (typeof databaseRoles)[number]

export type Sql = postgres.Sql
export type Drizzle = PostgresJsDatabase
/** A transaction in which the actor's settings hold; the only thing stores accept. */
export type Transaction = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** Whoever can carry out one statement; a transaction, or `readAsSystem` for one that stands alone. */
export type Reader = Pick<Transaction, 'execute'>

export type Database = {
  readonly drizzle: Drizzle
  /** The raw client, for LISTEN and for SQL that drizzle cannot say. */
  readonly sql: Sql
  readonly close: () => Promise<void>
}

export type OpenOptions = {
  readonly url: string
  readonly role: DatabaseRole
  readonly maxConnections?: number
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string
  /** Hears the text of every statement; for tests that count them. */
  readonly onStatement?: (text: string) => void
}

/** Opens a pool whose every connection speaks as `role`; the login user must be a member of it. */
export function openDatabase(options: OpenOptions): Database {
  const sql = postgres(options.url, {
    max: options.maxConnections ?? 10,
    connect_timeout: 10,
    // A statement that takes longer is a fault of ours; the API answers 503 instead of hanging.
    connection: {
      role: options.role,
      application_name: options.applicationName ?? 'enlace',
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    onnotice: () => undefined,
    ...(options.onStatement === undefined
      ? {}
      : { debug: (_connection: number, text: string) => options.onStatement?.(text) }),
  })
  return { drizzle: drizzle(prepared(sql)), sql, close: () => sql.end({ timeout: 5 }) }
}
