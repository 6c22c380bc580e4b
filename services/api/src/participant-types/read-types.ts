import type { readTypes as contract, TypesTaken } from '@enlace/contracts'
import { countTypes, listTyped } from '@enlace/database'
import { hostedStanding, hostedStandings, rulesFor, type MatchdayContent } from '@enlace/domain'
import type { TypedRow } from '@enlace/database'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

type Hosted = TypesTaken['hosted'][number]

function viewHosted(content: MatchdayContent, row: TypedRow): Hosted {
  const side = content.types?.find(({ key }) => key === row.type)?.side ?? 'host'
  const owed = rulesFor(content, { side, type: row.type }).least
  return { ...row, owed, standing: hostedStanding(owed, row.held, row.toCome) }
}

const byStanding = (one: Hosted, other: Hosted): number =>
  hostedStandings.indexOf(one.standing) - hostedStandings.indexOf(other.standing)

/** How far a matchday's types are filled, and how far hosted firms are with what they owe. */
export const readTypes: Handler<typeof contract> = async ({ tx, actor, params }) => {
  const { id, content } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const { types = [] } = content
  const taken = await countTypes(tx, id)
  const hosted = types.filter((one) => one.hosted === true).map(({ key }) => key)
  const rows = await listTyped(tx, id, hosted)
  return {
    types: types.map(({ key }) => ({ key, taken: taken.get(key) ?? 0 })),
    hosted: rows.map((row) => viewHosted(content, row)).toSorted(byStanding),
  }
}
