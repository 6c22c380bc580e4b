import {
  matchSubjects,
  type ImportTask,
  type SubjectKey,
  type SubjectKind,
  type SubjectMatch,
  type Transaction,
} from '@enlace/database'
import type { FieldFault } from '@enlace/domain'

import type { Tally } from './import-outcome.ts'
import type { SeenRows } from './seen-rows.ts'

/** A row that can be taken in: what it brings and what to look at. */
export type GoodRow<Item> = { readonly row: number; readonly item: Item; readonly notes: readonly FieldFault[] }
export type KeyedRow<Item> = GoodRow<Item> & { readonly key: SubjectKey }
export type SortedRows<Item> = {
  readonly fresh: readonly KeyedRow<Item>[]
  readonly changed: readonly (KeyedRow<Item> & { readonly known: SubjectMatch })[]
}

const twice = (row: number): FieldFault => ({
  path: '',
  code: 'duplicate',
  message: `The same as row ${row} of this file.`,
})
const namesake = (where: string): FieldFault => ({
  path: 'name',
  code: 'namesake',
  message: `${where} has the same name in the same country; if it is the same, take one of them out.`,
})

/**
 * Tells rows that bring something new from those that change something the agency brought before, and leaves out what
 * stands twice in the file or says nothing new.
 */
export async function sortRows<Item extends { readonly hash: string }>(
  tx: Transaction,
  task: ImportTask,
  what: SubjectKind,
  rows: readonly KeyedRow<Item>[],
  seen: SeenRows,
  tally: Tally,
): Promise<SortedRows<Item>> {
  const single = rows.flatMap((row) => {
    const met = seen.meet(row.key)
    if (met.same === null)
      return [met.namesake === null ? row : noted(row, namesake(`Row ${met.namesake} of this file`))]
    tally.fail(row.row, [twice(met.same)])
    return []
  })
  const matches = await matchSubjects(
    tx,
    task.agencyId,
    what,
    single.map(({ key }) => key),
  )
  const byRow = new Map(matches.map((match) => [match.row, match]))
  const fresh: KeyedRow<Item>[] = []
  const changed: (KeyedRow<Item> & { known: SubjectMatch })[] = []
  for (const row of single) {
    const known = byRow.get(row.row)
    if (known === undefined) fresh.push(row)
    else if (known.by === 'name')
      fresh.push(known.importId === task.id ? row : noted(row, namesake('One that you brought before')))
    else if (known.importId === task.id) tally.fail(row.row, [twice(known.importRow)])
    else if (known.hash === row.item.hash) {
      tally.count('unchanged')
      tally.note(row.row, row.notes)
    } else changed.push({ ...row, known })
  }
  return { fresh, changed }
}

const noted = <Item>(row: KeyedRow<Item>, note: FieldFault): KeyedRow<Item> => ({ ...row, notes: [...row.notes, note] })
