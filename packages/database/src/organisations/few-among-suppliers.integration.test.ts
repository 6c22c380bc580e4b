import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { testDatabase } from '@enlace/testing'

let owner: postgres.Sql
beforeAll(async () => {
  owner = postgres(await testDatabase(), { max: 1, onnotice: () => undefined })
  await owner`
    insert into organisations (id, kind, name, slug, country)
    select gen_random_uuid(), case when number % 1000 = 0 then 'buyer' else 'supplier' end, 'Firm ' || number, 'firm-' || number, 'CL'
    from generate_series(1, 5000) as number`
  await owner`analyze organisations`
})
afterAll(() => owner.end())

/** How many rows a statement went through to find what it was asked for. */
async function walked(kinds: string): Promise<number> {
  // The kinds stand in the text, as in our statements.
  const [row] = await owner.unsafe<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
    `explain (analyze, format json) select id, name from organisations where kind in (${kinds}) order by name, id limit 20`,
  )
  const count = ({ Plans = [], ...node }: Node): number =>
    Math.max(node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0), ...Plans.map(count))
  return row === undefined ? 0 : count(row['QUERY PLAN'][0]?.Plan ?? { 'Actual Rows': Infinity })
}
type Node = {
  readonly 'Actual Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

it('buyers, agencies and experts are listed without reading the suppliers, of whom all are read, the control', async () => {
  expect(await walked("'buyer', 'agency'")).toBeLessThan(20)
  expect(await walked("'supplier', 'buyer'")).toBeGreaterThan(4000)
})
