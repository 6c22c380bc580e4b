import { setImmediate as breathe } from 'node:timers/promises'

import type {
  readExpectations as expectationsContract,
  RehearsalAssumptions,
  rehearseMatchday as contract,
} from '@enlace/contracts'
import { asActor, countLanguages, listPastDays, type Database } from '@enlace/database'
import { Problem } from '@enlace/domain'
import { daysFor, expectationsOf, rehearseInPieces, type Rehearsal } from '@enlace/scheduling'

import type { Handler, OpenHandler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

/** How many past matchdays are looked at. */
const looked = 10
/** The same question has the same answer. */
const seed = 1

export const readExpectations: Handler<typeof expectationsContract> = async ({ tx, actor, params }) => {
  const { id, content } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const [past, languages] = [await listPastDays(tx, looked), await countLanguages(tx, id)]
  const { languages: shares, ...rest } = expectationsOf(past, languages, content.language)
  return { pastDays: past.length, assumptions: { ...rest, languages: [...shares] } }
}

/** Plays many days, one at a time, so that others are answered in between; no transaction is held meanwhile. */
export const rehearseMatchday =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, params, body }) => {
    const states = ['draft', 'open', 'published'] as const
    const { content } = await asActor(database, actor, (tx) =>
      matchdayFor(tx, actor, params.id, 'matchday.run', { states }),
    )
    const slots = content.sessions.reduce((sum, { slotCount }) => sum + slotCount, 0)
    const tables = body.tables ?? content.places.length
    if (slots === 0 || tables === 0)
      throw new Problem('matchday.incomplete', 'A rehearsal needs the sessions and at least one table.')
    const { assumptions, floor } = body
    checkSize(assumptions)
    const pieces = rehearseInPieces(
      assumptions,
      { slots, tables, floor, mostMeetings: content.mostMeetings },
      { days: daysFor(assumptions), seed },
    )
    let step = pieces.next()
    for (; step.done !== true; step = pieces.next()) await breathe()
    return viewOf(step.value, slots, tables)
  }

/** Above this a single day keeps others waiting. */
const mostWishes = 12_000

function checkSize({ visitors, wishes }: RehearsalAssumptions): void {
  if (visitors.expected * wishes.expected <= mostWishes) return
  throw new Problem('input.invalid', 'Some fields need another look.', [
    {
      path: 'body.assumptions.wishes.expected',
      code: 'too_big',
      message: `A rehearsal plays up to ${mostWishes} wishes a day.`,
    },
  ])
}

const viewOf = ({ tables: neededTables, slots: neededSlots, ...rest }: Rehearsal, slots: number, tables: number) => ({
  ...rest,
  ...{ slots, tables, neededTables, neededSlots },
})
