import type postgres from 'postgres'

type Client = postgres.Sql | postgres.TransactionSql
type Work = (client: postgres.TransactionSql) => Promise<unknown>

/**
 * The same client, on which every statement with parameters is prepared once per connection. Drizzle asks for none of
 * this, and an unprepared statement costs a second round trip and is planned anew each time. Statement texts must be few:
 * lists of values go in as one array each.
 */
export function prepared<Wrapped extends Client>(client: Wrapped): Wrapped {
  const within = (work: Work) => (inner: postgres.TransactionSql) => work(prepared(inner))
  const replaced: Readonly<Record<string, unknown>> = {
    unsafe: (text: string, values: never[], options: object) =>
      client.unsafe(text, values, { ...options, prepare: true }),
    begin: (work: Work) => 'begin' in client && client.begin(within(work)),
    savepoint: (work: Work) => 'savepoint' in client && client.savepoint(within(work)),
  }
  return new Proxy(client, {
    get: (target, key): unknown => replaced[String(key)] ?? Reflect.get(target, key),
  })
}
