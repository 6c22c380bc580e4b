import { endpoints, type Endpoint } from '@enlace/contracts'

import type { Ask } from './tenancy-ask.ts'
import { asks } from './tenancy-asks.ts'
import { actors, canaries, type ActorName, type World } from './tenancy-world.ts'

/** What an actor was answered; `text` without the request's own id. */
type Cell = { readonly status: number; readonly text: string }
/** By operation and variant of the thing, the statuses for all actors in their order. */
export type Table = Readonly<Record<string, Readonly<Record<string, string>>>>

async function askAs(world: World, endpoint: Endpoint, variant: string, name: ActorName): Promise<Cell> {
  const asking = await world.as(name)
  const ask: Ask | undefined = await asks[endpoint.name]?.[variant]?.(world, asking)
  if (ask === undefined) throw new Error(`nothing says how ${endpoint.name} is asked about ${variant}`)
  const cookie = [...asking.client.jar].map(([key, value]) => `${key}=${value}`).join('; ')
  const reply = await world.api.app.inject({
    method: endpoint.method,
    url: ask.url,
    headers: { ...asking.client.headers, cookie, ...ask.headers },
    ...(ask.body === undefined ? {} : { payload: ask.body as object }),
  })
  return { status: reply.statusCode, text: reply.body.replace(/"requestId":"[^"]*"/, '') }
}

const leaksIn = (cell: Cell, name: ActorName): string[] =>
  canaries.filter(({ text, readers }) => cell.text.includes(text) && !readers.includes(name)).map(({ text }) => text)

/** Asks everything as everyone about one operation: what was answered, and what must not have been. */
async function askAll(world: World, endpoint: Endpoint): Promise<{ row: Record<string, string>; faults: string[] }> {
  const row: Record<string, string> = {}
  const faults: string[] = []
  const missing = new Map<ActorName, Cell>()
  const variants = Object.keys(asks[endpoint.name] ?? {}).toSorted(
    (a, b) => Number(b === 'missing') - Number(a === 'missing'),
  )
  for (const variant of variants) {
    const statuses: number[] = []
    for (const name of actors) {
      const cell = await askAs(world, endpoint, variant, name)
      statuses.push(cell.status)
      const where = `${endpoint.name}, ${variant}, as ${name}`
      if (variant === 'missing') missing.set(name, cell)
      const absent = missing.get(name)
      // What is answered like a thing that is not there must be answered so to the letter.
      if (
        !variant.startsWith('own') &&
        absent?.status === cell.status &&
        cell.status >= 400 &&
        absent.text !== cell.text
      )
        faults.push(`${where}: tells foreign from missing: ${cell.text} / ${absent.text}`)
      if (cell.status >= 500) faults.push(`${where}: ${cell.text}`)
      for (const leak of leaksIn(cell, name)) faults.push(`${where}: leaks ${leak}`)
    }
    row[variant] = statuses.join(' ')
  }
  return { row, faults }
}

/** Where the answers of some operations differ from the table, and what they tell that they must not. */
export async function deviationsFrom(table: Table, world: World, names: readonly string[]): Promise<string[]> {
  const deviations: string[] = []
  for (const name of names) {
    const endpoint = endpoints.find((one) => one.name === name)
    const expected = table[name]
    if (endpoint === undefined || expected === undefined || asks[name] === undefined) {
      deviations.push(`${name} is not in the matrix`)
      continue
    }
    const { row, faults } = await askAll(world, endpoint)
    deviations.push(...faults)
    for (const variant of new Set([...Object.keys(expected), ...Object.keys(row)]))
      if (row[variant] !== expected[variant])
        deviations.push(`${name}, ${variant}: ${row[variant]} instead of ${expected[variant]}`)
  }
  return deviations
}
