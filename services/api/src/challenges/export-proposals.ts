import type { exportProposals as contract, exportProposalsXlsx as workbookContract } from '@enlace/contracts'
import { asActor, readHandedIn, type Database } from '@enlace/database'
import { can, Problem, type MemberActor, type NeedId } from '@enlace/domain'
import { column, csvBegin, csvLines, textCell, toCells, toSheetCells } from '@enlace/interchange'

import { download, downloadWorkbook } from '../http/download.ts'
import type { OpenHandler } from '../http/mount.ts'
import { ownChallengeFor } from './challenge-for.ts'

const columns = 'firm stage handedInAt dueAt title summary approach asks benefitText weeks'
  .split(' ')
  .map((field) => column(field, field, textCell))
const headings = columns.map(({ heading }) => heading)

async function rowsFor(database: Database, actor: MemberActor, needId: NeedId) {
  const rows = await asActor(database, actor, async (tx) => {
    const { id } = await ownChallengeFor(tx, actor, needId, 'proposal.read')
    if (!can(actor, 'export.own', { organisationId: actor.organisationId }))
      throw new Problem('identity.forbidden', 'Your role may not take data out of the house.')
    return readHandedIn(tx, id, 'export', '')
  })
  return rows.map(({ content, supplierName, ...row }) => ({ ...content, ...row, firm: supplierName }))
}

/** Hands out what was proposed to a challenge as a table; each firm sees that it was. */
export const exportProposals =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, params, reply }) => {
    const rows = await rowsFor(database, actor, params.id)
    const lines = [headings, ...rows.map((row) => toCells(columns, row))]
    return download(reply, 'text/csv', 'proposals.csv', [csvBegin + csvLines(lines)])
  }

/** The same as a workbook. */
export const exportProposalsXlsx =
  (database: Database): OpenHandler<typeof workbookContract> =>
  async ({ actor, params, reply }) => {
    const rows = await rowsFor(database, actor, params.id)
    const batches = [rows.map((row) => toSheetCells(columns, row))]
    return downloadWorkbook(reply, 'proposals.xlsx', [{ name: 'proposals', headings, batches }])
  }
