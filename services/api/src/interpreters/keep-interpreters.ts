import { v7 as uuidv7 } from 'uuid'

import type {
  addInterpreter as addContract,
  changeInterpreter as changeContract,
  InterpreterView,
  listInterpreters as listContract,
  removeInterpreter as removeContract,
} from '@enlace/contracts'
import {
  dropInterpreter,
  holdInterpreter,
  keepInterpreter,
  listInterpreters as list,
  type InterpreterMeeting,
  type InterpreterRow,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import {
  asId,
  checkSlots,
  Problem,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayInterpreterId,
  type MemberActor,
} from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { slotTimes } from '../matchdays/matchday-view.ts'

const dayOf = (tx: Transaction, actor: MemberActor, id: MatchdayId): Promise<MatchdayRow> =>
  matchdayFor(tx, actor, id, 'matchday.run', { states: ['draft', 'open', 'published'] })

/** Meetings with their times and the names of their places. */
export function meetingsAt(
  content: MatchdayContent,
  meetings: readonly InterpreterMeeting[],
): InterpreterView['meetings'][number][] {
  const slots = slotTimes(content)
  const places = new Map(content.places.map((given) => [given.key, given]))
  return meetings.flatMap(({ slot, place, ...meeting }) => {
    const [at, given] = [slots[slot], places.get(place)]
    if (at === undefined) return []
    const { startsAt, endsAt } = at
    return [{ ...meeting, startsAt, endsAt, place: given?.name ?? place, virtual: given?.kind === 'virtual' }]
  })
}

const view = ({ content }: MatchdayRow, { meetings, ...interpreter }: InterpreterRow): InterpreterView => ({
  ...interpreter,
  meetings: meetingsAt(content, meetings),
})

/** The interpreters with the meetings of each. */
export const listInterpreters: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  return { items: (await list(tx, day.id)).map((row) => view(day, row)) }
}

const tidy = (slots: readonly number[]): number[] => [...new Set(slots)].toSorted((a, b) => a - b)

/** Adds an interpreter. */
export const addInterpreter: Handler<typeof addContract> = async ({ tx, actor, params, body, record }) => {
  const day = await dayOf(tx, actor, params.id)
  checkSlots(day.content, body.away, 'body.away')
  const row = { ...body, id: asId<MatchdayInterpreterId>(uuidv7()), away: tidy(body.away) }
  await keepInterpreter(tx, day.id, row)
  await record('interpreters.changed', { matchdayId: day.id, organisationId: day.organisationId })
  return view(day, { ...row, linked: false, meetings: [] })
}

const needed = (): Problem =>
  new Problem('thing.conflict', 'This interpreter sits at planned meetings. Move or cancel those first.')

type OfOne = { readonly id: MatchdayId; readonly interpreterId: MatchdayInterpreterId }
/**
 * An interpreter of a matchday that the actor runs, held until the transaction ends.
 * @throws Problem thing.not-found, identity.forbidden, matchday.state
 */
export async function interpreterFor(
  tx: Transaction,
  actor: MemberActor,
  { id, interpreterId }: OfOne,
): Promise<{ readonly day: MatchdayRow; readonly row: InterpreterRow }> {
  const day = await dayOf(tx, actor, id)
  const row = await holdInterpreter(tx, day.id, interpreterId)
  if (row === null) throw absent()
  return { day, row }
}

/** Changes what is known of an interpreter, but not what their meetings stand on. */
export const changeInterpreter: Handler<typeof changeContract> = async ({ tx, actor, params, body, record }) => {
  const { day, row } = await interpreterFor(tx, actor, params)
  checkSlots(day.content, body.away, 'body.away')
  const planned = row.meetings.filter(({ state }) => state === 'planned')
  const others = body.languages.some((language) => !row.languages.includes(language))
  if (planned.some(({ slot }) => others || body.away.includes(slot))) throw needed()
  await keepInterpreter(tx, day.id, { ...body, id: row.id, away: tidy(body.away) })
  await record('interpreters.changed', { matchdayId: day.id, organisationId: day.organisationId })
  return view(day, { ...row, ...body, away: tidy(body.away) })
}

/** Removes an interpreter who sits at no meeting. */
export const removeInterpreter: Handler<typeof removeContract> = async ({ tx, actor, params, record }) => {
  const { day, row } = await interpreterFor(tx, actor, params)
  if (row.meetings.length > 0) throw needed()
  await dropInterpreter(tx, row.id)
  await record('interpreters.changed', { matchdayId: day.id, organisationId: day.organisationId })
}
