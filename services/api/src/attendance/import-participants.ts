import { v7 as uuidv7 } from 'uuid'

import type {
  downloadParticipantsTemplate as templateContract,
  downloadParticipantsTemplateXlsx as workbookContract,
  importParticipants as contract,
  ParticipantsImport,
} from '@enlace/contracts'
import type { Signer } from '@enlace/audit-log'
import {
  admitAll,
  asActor,
  countTypes,
  findFirms,
  listAttendingOf,
  type Database,
  type FoundFirm,
  type ImportedParticipant,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import { asId, type FieldFault, type MatchdayParticipantId, type OrganisationId } from '@enlace/domain'
import { csvBegin, csvLines, participantColumns, templateSheets } from '@enlace/interchange'

import { download, downloadWorkbook } from '../http/download.ts'
import { happenings } from '../http/happenings.ts'
import type { OpenHandler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { faultsIn, readTable, type Issue, type ReadTable } from './read-table.ts'
import { fault, Seats, sideOf, type Item } from './seats.ts'

/** So many things to correct are shown at once. */
const mostIssues = 1000

/** What keeps a row out whose firm is sought. */
function faultOf(item: Item, firm: FoundFirm | undefined, earlier: number | undefined): FieldFault[] {
  if (firm === undefined)
    return fault('name', 'unknown-firm', 'No such firm is here. Import it as a supplier first, or let it sign up.')
  if (firm.found > 1) return fault('name', 'ambiguous', 'Several firms are called so; give the id or the tax id.')
  if (item.side !== null && item.side !== sideOf[firm.kind])
    return fault('side', 'side', `This firm is a ${firm.kind}; buyers are hosts and suppliers visitors.`)
  if (earlier !== undefined) return fault('', 'duplicate', `The same firm as in row ${earlier} of this file.`)
  return []
}

async function take(
  tx: Transaction,
  day: MatchdayRow,
  { rows, items, issues }: ReadTable,
): Promise<{ done: Omit<ParticipantsImport, 'dryRun'>; told: OrganisationId[] }> {
  const found = await findFirms(tx, items)
  const firms = new Map(found.map((one) => [one.row, one]))
  const ids = [...new Set(found.map(({ organisationId }) => organisationId))]
  const seats = new Seats(day.content, await listAttendingOf(tx, day.id, ids), await countTypes(tx, day.id))
  const rowOf = new Map<OrganisationId, number>()
  const wrong: Issue[] = []
  const good: ImportedParticipant[] = []
  for (const item of items) {
    const firm = firms.get(item.row)
    const faults = faultOf(item, firm, firm === undefined ? undefined : rowOf.get(firm.organisationId))
    wrong.push(...faultsIn(item.row, faults))
    if (firm === undefined || faults.length > 0) continue
    rowOf.set(firm.organisationId, item.row)
    const type = seats.take(item, firm)
    if (typeof type === 'object' && type !== null) {
      wrong.push(...faultsIn(item.row, type))
      continue
    }
    const { away, languages, note } = item
    const id = asId<MatchdayParticipantId>(uuidv7())
    good.push({ id, organisationId: firm.organisationId, side: sideOf[firm.kind], type, away, languages, note })
  }
  const { created, updated } = await admitAll(tx, day.id, good)
  const all = [...issues, ...wrong].toSorted((a, b) => a.row - b.row)
  const failed = new Set(all.filter(({ severity }) => severity === 'fault').map(({ row }) => row)).size
  const unchanged = good.length - created.size - updated.size
  const counts = { rows, created: created.size, updated: updated.size, unchanged, failed }
  return { done: { ...counts, issues: all.slice(0, mostIssues) }, told: [...created] }
}

/** Ends the transaction of a dry run with what it would have done. */
class Looked extends Error {
  readonly done: Omit<ParticipantsImport, 'dryRun'>
  constructor(done: Omit<ParticipantsImport, 'dryRun'>) {
    super('a dry run keeps nothing')
    this.done = done
  }
}

/** Lets in the firms of a table: it is read to its end first, and all its good rows are kept at once. */
export const importParticipants =
  (database: Database, signer: Signer): OpenHandler<typeof contract> =>
  async ({ actor, params, query, request, requestId }) => {
    const held = (tx: Transaction): Promise<MatchdayRow> =>
      matchdayFor(tx, actor, params.id, 'matchday.run', { states: ['open', 'published'], hold: 'alone' })
    const before = await asActor(database, actor, held)
    const table = await readTable(request.body, before.content)
    const dryRun = query.dryRun === 'true'
    try {
      return await asActor(database, actor, async (tx) => {
        const day = await held(tx)
        const { done, told } = await take(tx, day, table)
        if (dryRun) throw new Looked(done)
        if (done.created + done.updated > 0) {
          const { record, audit, checkWritten } = happenings(tx, actor, { requestId, signer })
          const { id: matchdayId, organisationId } = day
          await record('participants.imported', { matchdayId, organisationId, participants: told })
          await audit('participants.imported', { matchdayId }, { created: done.created, updated: done.updated })
          checkWritten()
        }
        return { ...done, dryRun }
      })
    } catch (error) {
      if (error instanceof Looked) return { ...error.done, dryRun }
      throw error
    }
  }

/** Sends an empty table with the headings. */
export const downloadParticipantsTemplate: OpenHandler<typeof templateContract> = async ({ reply }) =>
  download(reply, 'text/csv', 'participants.csv', [
    csvBegin + csvLines([participantColumns.map(({ heading }) => heading)]),
  ])

/** Sends a workbook to fill in. */
export const downloadParticipantsTemplateXlsx: OpenHandler<typeof workbookContract> = async ({ query, reply }) =>
  downloadWorkbook(reply, 'participants.xlsx', templateSheets('participants', query.language))
