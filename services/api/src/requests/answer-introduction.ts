import type { answerIntroduction as answerContract } from '@enlace/contracts'
import { answerIntroduction as answer, listIntroductions } from '@enlace/database'
import { Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { introductionTold } from './introduction-told.ts'

/** Answers for one of two firms that were introduced; until both have accepted nobody else hears of it. */
export const answerIntroduction: Handler<typeof answerContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: ['open', 'published'] })
  const [row] = await listIntroductions(tx, day.id, params.introductionId)
  if (row === undefined) throw absent()
  const outcome = await answer(tx, row.id, body.accepts)
  if (outcome === 'absent') throw absent()
  if (outcome === 'withdrawn') throw new Problem('introduction.withdrawn', 'The organiser withdrew this proposal.')
  if (outcome === 'expired')
    throw new Problem('request.expired', 'Answers were due before. Ask the organiser to propose this meeting.')
  const agreed = outcome === 'agreed'
  const concerned = agreed ? [row.hostOrganisationId, row.visitorOrganisationId] : [actor.organisationId]
  await record('introduction.changed', introductionTold(day, concerned, outcome))
  return { agreed }
}
