import type { issueBadge as issueContract, listOwnBadges as listContract } from '@enlace/contracts'
import { listBadges, readParticipant, voidBadge } from '@enlace/database'
import { Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { wear, writeBadge } from './write-badge.ts'

const running = ['open', 'published'] as const

export const listOwnBadges =
  (secret: string): Handler<typeof listContract> =>
  async ({ tx, actor, params }) => {
    const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
    return { items: (await listBadges(tx, day.id)).map((badge) => wear(secret, badge)) }
  }

/** Issues a badge, to the actor's own organisation or as the organiser to any; the lost one is refused from now on. */
export const issueBadge =
  (secret: string): Handler<typeof issueContract> =>
  async ({ tx, actor, params, body, record }) => {
    const organiser = actor.organisationKind === 'agency'
    const action = organiser ? 'matchday.run' : 'matchday.attend'
    const day = await matchdayFor(tx, actor, params.id, action, { states: running, hold: 'alone' })
    const own = { organisationId: actor.organisationId }
    const whose = organiser && body.participantId !== null ? { id: body.participantId } : own
    const participant = await readParticipant(tx, day.id, whose)
    if (participant === null || participant.state !== 'admitted') throw absent()
    if (body.replaces !== null && !(await voidBadge(tx, body.replaces, participant.id)))
      throw new Problem('badge.void', 'This badge was replaced before.')
    const badge = await writeBadge(tx, secret, day.id, { participantId: participant.id, holder: body.holder })
    const { organisationId } = day
    await record('door.changed', { matchdayId: day.id, organisationId, concerned: [participant.organisationId] })
    return badge
  }
