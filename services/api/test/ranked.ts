import { asSystem, type Database } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'

/** Adds a need of a buyer, and waits until the worker ranked so many suppliers for it. */
export async function ranked(system: Database, buyer: OrganisationId, title: string, suppliers: number): Promise<void> {
  const id = await asSystem(system, (tx) =>
    makeNeed(tx, buyer, needContent({ title, text: 'Fog cannons against dust.' })),
  )
  const count = (): Promise<number> =>
    asSystem(
      system,
      async (tx) => (await tx.execute(sql`select from matches where need_id = ${id} and score > 0`)).length,
    )
  await expect.poll(count, { timeout: 30_000 }).toBe(suppliers)
}
