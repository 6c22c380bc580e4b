import type { exportProposals as contract } from '@enlace/contracts'
import { asActor, readHandedIn, type Database } from '@enlace/database'
import { can, Problem } from '@enlace/domain'
import { column, csvBegin, csvLines, textCell, toCells } from '@enlace/interchange'

import { download } from '../http/download.ts'
import type { OpenHandler } from '../http/mount.ts'
import { ownChallengeFor } from './challenge-for.ts'

const columns = 'firm stage handedInAt dueAt title summary approach asks benefitText weeks'
  .split(' ')
  .map((field) => column(field, field, textCell))

/** Hands out what was proposed to a challenge as a table; each firm sees that it was. */
export const exportProposals =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, params, reply }) => {
    const rows = await asActor(database, actor, async (tx) => {
      const { id } = await ownChallengeFor(tx, actor, params.id, 'proposal.read')
      if (!can(actor, 'export.own', { organisationId: actor.organisationId }))
        throw new Problem('identity.forbidden', 'Your role may not take data out of the house.')
      return readHandedIn(tx, id, 'export', '')
    })
    const lines = rows.map(({ content, supplierName, ...row }) =>
      toCells(columns, { ...content, ...row, firm: supplierName }),
    )
    async function* pieces(): AsyncGenerator<string> {
      yield csvBegin + csvLines([columns.map(({ heading }) => heading), ...lines])
    }
    return download(reply, 'text/csv', 'proposals.csv', pieces())
  }
