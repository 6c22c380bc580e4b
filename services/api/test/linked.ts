import { asSystem } from '@enlace/database'
import type { LinkageId, LinkageStage, NeedContent, NeedId } from '@enlace/domain'
import { makeLinkage, makeNeed, needContent } from '@enlace/testing'

import type { Answer, Signed, TestApi } from './test-api.ts'

export type Linked = {
  readonly id: LinkageId
  readonly needId: NeedId
  readonly buyer: Signed
  readonly supplier: Signed
  /** The address of the linkage, with what follows. */
  readonly at: (rest?: string) => string
}

/** A buyer and a supplier of the test's own that are linked over a need. */
export async function link(
  api: TestApi,
  stage: LinkageStage = 'match',
  { need = {}, hidden = false }: { need?: Partial<NeedContent>; hidden?: boolean } = {},
): Promise<Linked> {
  const [buyer, supplier] = [await api.member('buyer'), await api.member('supplier')]
  const [buyerId, supplierId] = [buyer.organisationId, supplier.organisationId]
  const { id, needId } = await asSystem(api.system, async (tx) => {
    const made = await makeNeed(tx, buyerId, needContent({ title: 'Pumps', ...need }))
    return {
      needId: made,
      id: await makeLinkage(tx, { buyerId, supplierId, needId: made, stage, buyerHidden: hidden }),
    }
  })
  return { id, needId, buyer, supplier, at: (rest = '') => `/api/linkages/${id}${rest}` }
}

export const codeOf = ({ body, status }: Answer): [number, string] => [status, (body as { code: string }).code]

/** The statuses of answers, the smallest first. */
export const statusesOf = (answers: readonly Answer[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)
