import {
  asActor,
  listImports,
  pageOfAnswers,
  pageOfBids,
  pageOfCalls,
  pageOfNeeds,
  pageOfSuppliers,
  type Database,
  type ExportPage,
  type Transaction,
} from '@enlace/database'
import type { ExportKind, MemberActor, OrganisationId } from '@enlace/domain'
import {
  column,
  needColumns,
  needToRow,
  supplierColumns,
  supplierToRow,
  textCell,
  type Column,
} from '@enlace/interchange'

import { readDemandRows, type AskedDemand } from '../demand/read-demand.ts'
import { readResultRows } from '../outcomes/result-rows.ts'
import { readRotationRows, rotationFields } from '../rotation/rotation-rows.ts'

type Row = Readonly<Record<string, unknown>>
/** Who takes the data out, and what was asked. */
type By = { readonly actor: MemberActor; readonly asked: AskedDemand }
type Source = {
  readonly columns: readonly Column[]
  /** A page of rows, each with what to go on behind. */
  readonly page: (
    tx: Transaction,
    owner: OrganisationId,
    page: ExportPage,
    by: By,
  ) => Promise<{ after: string; row: Row }[]>
}

const plain = (fields: string): readonly Column[] => fields.split(' ').map((field) => column(field, field, textCell))

/** What can be exported: its columns, and how it is read page by page. */
export const sources: Readonly<Record<ExportKind, Source>> = {
  suppliers: {
    columns: supplierColumns,
    page: async (tx, owner, page) =>
      (await pageOfSuppliers(tx, owner, page)).map((one) => ({ after: one.id, row: supplierToRow(one) })),
  },
  needs: {
    columns: needColumns,
    page: async (tx, owner, page) =>
      (await pageOfNeeds(tx, owner, page)).map((one) => ({ after: one.id, row: needToRow(one) })),
  },
  answers: {
    columns: plain('need title supplier answer reason answeredAt'),
    page: async (tx, owner, page) =>
      (await pageOfAnswers(tx, owner, page)).map(({ id, ...row }) => ({ after: id, row })),
  },
  imports: {
    columns: plain('id what state fileName createdAt rows created updated unchanged kept failed undone'),
    page: async (tx, owner, { after, limit }) =>
      (await listImports(tx, owner, { before: after, limit })).map((view) => ({ after: view.id, row: view })),
  },
  calls: {
    columns: plain(
      'id need kind title state version access sealing currency createdAt publishedAt deadline questionsUntil reason',
    ),
    page: async (tx, owner, page) => (await pageOfCalls(tx, owner, page)).map((row) => ({ after: row.id, row })),
  },
  bids: {
    columns: plain('id call title state revision callVersion receivedAt digest won'),
    page: async (tx, owner, page) => (await pageOfBids(tx, owner, page)).map((row) => ({ after: row.id, row })),
  },
  results: {
    columns: plain('matchday title measure of n value currency'),
    // Counted as a whole, so it is one page.
    page: async (tx, owner, { after }) =>
      after === null ? (await readResultRows(tx, owner)).map((row) => ({ after: 'all', row })) : [],
  },
  rotation: {
    columns: plain(rotationFields),
    // Counted as a whole, so it is one page.
    page: async (tx, owner, { after }) =>
      after === null ? (await readRotationRows(tx, owner)).map((row) => ({ after: 'all', row })) : [],
  },
  demand: {
    columns: plain('category country region open none weak searches'),
    // Counted as a whole, so it is one page.
    page: async (tx, _owner, { after }, { actor, asked }) =>
      after === null ? (await readDemandRows(tx, actor, asked)).map((row) => ({ after: 'all', row })) : [],
  },
}

export type AskedExport = AskedDemand & { readonly what: ExportKind }

const pageSize = 200

/** Rows of an organisation as they are read: a page in memory at a time, and no transaction between two pages. */
export async function* exportRows(database: Database, actor: MemberActor, asked: AskedExport): AsyncGenerator<Row[]> {
  let after: string | null = null
  for (;;) {
    const position: string | null = after
    const rows: { after: string; row: Row }[] = await asActor(database, actor, async (tx) =>
      sources[asked.what].page(tx, actor.organisationId, { after: position, limit: pageSize }, { actor, asked }),
    )
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(({ row }) => row)
    after = last.after
  }
}
