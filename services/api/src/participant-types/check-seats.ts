import { countTypes, type MatchdayRow, type Transaction } from '@enlace/database'
import { Problem, type FieldFault, type MatchdayContent } from '@enlace/domain'

/**
 * Refuses to take a type away that firms have, to move it to the other side, or to leave it fewer seats than are taken.
 * The matchday is held alone, so that nobody is admitted meanwhile.
 * @throws Problem matchday.seats
 */
export async function checkSeats(
  tx: Transaction,
  { id }: MatchdayRow,
  from: MatchdayContent,
  to: MatchdayContent,
): Promise<void> {
  const taken = await countTypes(tx, id)
  const faults: FieldFault[] = []
  for (const { key, side, name } of from.types ?? []) {
    const count = taken.get(key) ?? 0
    if (count === 0) continue
    const index = (to.types ?? []).findIndex((one) => one.key === key && one.side === side)
    const fault = (field: string, message: string): void =>
      void faults.push({ path: `body.content.types${field}`, code: 'matchday', message })
    if (index === -1) fault('', `${count} firms have the type “${name}”; give them another first.`)
    else if ((to.types?.[index]?.seats ?? Infinity) < count)
      fault(`.${index}.seats`, `${count} firms of this type are admitted already.`)
  }
  if (faults.length > 0) throw new Problem('matchday.seats', 'Firms that are admitted need these seats.', faults)
}
