import { asSystem } from '@enlace/database'
import type { Confidentiality, NeedId } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import type { People, Signed } from './test-api.ts'

/** What speaks for every match that is made here. */
export const criterion = {
  ...{ id: 'category', score: 0.9, weight: 0.5, detail: { own: 'CPV 14', wanted: 'CPV 14' } },
  evidence: { quote: 'Gravel and sand', source: 'categories', entryId: null },
}

/** A published need of a buyer that a supplier was ranked for. */
export const matched = (
  { system }: Pick<People, 'system'>,
  buyer: Signed,
  supplier: Signed,
  title: string,
  given: {
    readonly confidentiality?: Confidentiality
    readonly score?: number
    readonly criteria?: readonly object[]
  } = {},
): Promise<NeedId> =>
  asSystem(system, async (tx) => {
    const { confidentiality = 'open', score = 0.8, criteria = [criterion] } = given
    const id = await makeNeed(tx, buyer.organisationId, needContent({ title, confidentiality }))
    const body = JSON.stringify({ criteria })
    await tx.execute(sql`insert into rankings (need_id, need_version, considered) values (${id}, 1, 1)`)
    await tx.execute(sql`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
      values (${id}, ${supplier.organisationId}, ${buyer.organisationId}, 1, 1, ${score}, ${score}, 1, 1, ${body}::json)`)
    return id
  })
