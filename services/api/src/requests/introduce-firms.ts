import { v7 as uuidv7 } from 'uuid'

import type {
  introduceFirms as introduceContract,
  listIntroductions as listContract,
  withdrawIntroduction as withdrawContract,
} from '@enlace/contracts'
import {
  keepIntroduction,
  listIntroductions as list,
  readPair,
  readParticipant,
  withdrawIntroduction as withdraw,
} from '@enlace/database'
import { asId, checkIntroduction, introductionState, Problem, type IntroductionId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { introductionTold } from './introduction-told.ts'

const running = ['open', 'published'] as const

/** The meetings that the organiser proposed. */
export const listIntroductions: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const rows = await list(tx, day.id)
  return {
    items: rows.map(({ id, reason, agreed, late, proposedAt, until, ...row }) => ({
      ...{ id, reason, proposedAt, until, state: introductionState(agreed, late) },
      host: { participantId: row.hostId, organisationId: row.hostOrganisationId, name: row.hostName },
      visitor: { participantId: row.visitorId, organisationId: row.visitorOrganisationId, name: row.visitorName },
    })),
  }
}

/** Proposes a meeting to two firms; the matchday is held, so that neither is let go meanwhile. */
export const introduceFirms: Handler<typeof introduceContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  const [one, other] = [
    await readParticipant(tx, day.id, { id: body.oneId }),
    await readParticipant(tx, day.id, { id: body.otherId }),
  ]
  if (one === null || other === null) throw absent()
  const [host, visitor] = one.side === 'host' ? [one, other] : [other, one]
  const pair = { hostId: host.id, visitorId: visitor.id }
  checkIntroduction({ one, other, ...(await readPair(tx, pair)) })
  const id = asId<IntroductionId>(uuidv7())
  const { reason, answerBy } = body
  const kept = await keepIntroduction(tx, day.id, { ...pair, id, reason, answerBy })
  if (kept === 'open') throw new Problem('introduction.proposed', 'You proposed this meeting already.')
  if (kept === 'due')
    throw new Problem('introduction.due', 'Choose a time to come, before the matchday ends.', [
      { path: 'body.answerBy', code: 'due', message: 'Choose a time to come, before the matchday ends.' },
    ])
  await record('introduction.changed', introductionTold(day, [host.organisationId, visitor.organisationId], 'proposed'))
  return { id }
}

/** Withdraws a proposed meeting; who saw it sees it no more. */
export const withdrawIntroduction: Handler<typeof withdrawContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const [row] = await list(tx, day.id, params.introductionId)
  if (row === undefined) throw absent()
  if (!(await withdraw(tx, row.id)))
    throw new Problem('introduction.needless', 'Both have accepted it, or it was withdrawn meanwhile.')
  await record(
    'introduction.changed',
    introductionTold(day, [row.hostOrganisationId, row.visitorOrganisationId], 'withdrawn'),
  )
}
