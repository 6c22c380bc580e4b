import { asSystem, insertPastLinkage, openDatabase, type Transaction } from '@enlace/database'
import { asId, type LinkageId, type LinkageStage, type Move, type NeedId, type OrganisationId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

const ways: Readonly<Partial<Record<LinkageStage, readonly LinkageStage[]>>> = {
  match: [],
  conversation: ['conversation'],
  rfq: ['conversation', 'rfq'],
  offer: ['conversation', 'rfq', 'offer'],
  contract: ['conversation', 'rfq', 'offer', 'contract'],
}

/** Adds a linkage at a stage, with the steps that lead there an hour apart, the last a day ago. */
export async function makeLinkage(
  tx: Transaction,
  given: {
    readonly buyerId: OrganisationId
    readonly supplierId: OrganisationId
    readonly needId?: NeedId | null
    readonly stage?: LinkageStage
    readonly buyerHidden?: boolean
    /** How long ago the last step was. */
    readonly daysAgo?: number
  },
): Promise<LinkageId> {
  const { buyerId, supplierId, needId = null, stage = 'match', buyerHidden = false, daysAgo = 1 } = given
  const id = asId<LinkageId>(uuidv7())
  const way = ways[stage]
  if (way === undefined) throw new Error(`nothing says how a linkage comes to ${stage}`)
  const end = Date.now() - daysAgo * 86_400_000
  let from: LinkageStage = 'match'
  const steps = way.map((to, index): Move => {
    const move = {
      kind: 'stepped',
      from,
      to,
      by: to === 'rfq' ? 'buyer' : 'supplier',
      at: end - (way.length - 1 - index) * 3_600_000,
    } as const
    from = to
    return move
  })
  const begin: Move = { kind: 'started', from: 'match', to: 'match', by: null, at: end - way.length * 3_600_000 }
  await insertPastLinkage(tx, { id, buyerId, supplierId, needId, buyerHidden, moves: [begin, ...steps] }, new Date())
  return id
}

/** Lets eight days of a linkage's follow-up clock have gone by in a house that runs. */
export async function letAWeekPass(databaseUrl: string, id: string): Promise<void> {
  const database = openDatabase({ url: databaseUrl, role: 'enlace_system', maxConnections: 1 })
  await asSystem(database, (tx) =>
    tx.execute(
      sql`update linkages set since = since - interval '8 days', clock_due_at = clock_due_at - interval '8 days' where id = ${id}`,
    ),
  )
  await database.close()
}
