import * as contract from '@enlace/contracts'
import type { MatchdayView } from '@enlace/contracts'
import { attendMatchday } from '@enlace/api/matchdays/attend-matchday'
import { moveMatchday, startMatchday } from '@enlace/api/matchdays/set-up-matchday'
import { insertWishes, type Transaction } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'

import { act, behindTheScenes } from './act.ts'
import type { Cast } from './cast.ts'
import type { Demo } from './demo.ts'
import { demoId } from './demo-id.ts'
import { letIn } from './let-in.ts'
import { contentIn, type DemoMatchday } from './matchday-content.ts'
import { playPastDay } from './play-past-day.ts'
import { publishTimetable } from './publish-timetable.ts'

/** A day that is past is planned as if it were to come so soon, and lies where it belongs once its timetable is out. */
const soon = 3

/** Plays the matchdays of the demo through, each as far as it has come. */
export async function playMatchdays(tx: Transaction, { matchdays }: Demo, cast: Cast): Promise<void> {
  for (const one of matchdays) {
    const day = await announce(tx, one, cast)
    const organiser = cast(one.agency)
    await act(tx, organiser, letIn(day.id, one.admitted), { params: { id: day.id }, query: { dryRun: 'false' } })
    for (const { organisation, languages, note } of one.applied)
      await act(tx, cast(organisation), [contract.attendMatchday, attendMatchday], {
        params: { id: day.id },
        body: { languages, note },
      })
    const idOf = (key: string): OrganisationId => demoId('organisation', key)
    const wishes = one.wishes.map((wish) => ({ ...wish, by: idOf(wish.by), of: idOf(wish.of) }))
    await behindTheScenes(tx, () => insertWishes(tx, day.id, wishes))
    if (one.isPublished) await publishTimetable(tx, day.id, organiser)
    if (one.past !== null) await playPastDay(tx, day.id, { ...one, past: one.past }, cast)
  }
}

/** Sets a matchday up and announces it. */
async function announce(tx: Transaction, one: DemoMatchday, cast: Cast): Promise<MatchdayView> {
  const organiser = cast(one.agency)
  const content = contentIn(one, one.past === null ? one.inDays : soon)
  const { id } = await act(tx, organiser, [contract.startMatchday, startMatchday], { body: { content } })
  return act(tx, organiser, [contract.moveMatchday, moveMatchday], { params: { id }, body: { to: 'open' } })
}
