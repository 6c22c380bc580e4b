import type {
  decideNoShow as decideContract,
  excuseNoShow as excuseContract,
  listNoShows as listContract,
  noteNoShow as noteContract,
  NoShowView,
} from '@enlace/contracts'
import {
  holdNoShow,
  keepDecision,
  keepExcuse,
  listNoShows as list,
  listNoShowsAt,
  readParticipant,
  type NoShowRow,
  type Transaction,
} from '@enlace/database'
import { assert, can, Problem, type NoShowId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { noteAbsence } from './note-absence.ts'

const view = ({ organisationId: _firm, organiserId: _organiser, ...shown }: NoShowRow): NoShowView => shown

async function held(tx: Transaction, id: NoShowId): Promise<NoShowRow> {
  const row = await holdNoShow(tx, id)
  if (row === null) throw absent()
  return row
}

async function reread(tx: Transaction, id: NoShowId): Promise<NoShowView> {
  const row = await holdNoShow(tx, id)
  assert(row !== null, 'who just changed an entry sees it')
  return view(row)
}

const named = ({ matchday, organisationId: firmId, organiserId: organisationId }: NoShowRow) => ({
  matchdayId: matchday.id,
  ...{ organisationId, firmId },
})

export const listNoShows: Handler<typeof listContract> = async ({ tx, actor }) => {
  if (!can(actor, 'matchday.list', null))
    throw new Problem('identity.forbidden', 'Matchdays are for agencies that hold them, and for buyers and suppliers.')
  return { items: (await list(tx)).map((row) => view(row)) }
}

/** Notes as the organiser that a firm did not come. */
export const noteNoShow: Handler<typeof noteContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const firm = await readParticipant(tx, day.id, { id: body.participantId })
  if (firm === null) throw absent()
  const { id: participantId, organisationId } = firm
  const meeting = body.meetingId === null ? null : { id: body.meetingId }
  const noted = await noteAbsence({ tx, record }, day, { participantId, organisationId }, meeting)
  if (noted === null) throw absent()
  return { items: (await listNoShowsAt(tx, day.id)).map((row) => view(row)) }
}

/** Keeps why a firm was absent, or that it was there, until the organiser has decided. */
export const excuseNoShow: Handler<typeof excuseContract> = async ({ tx, actor, params, body, record }) => {
  const entry = await held(tx, params.noShowId)
  if (!entry.mine || !can(actor, 'matchday.attend', { organisationId: entry.organiserId, published: true }))
    throw new Problem('identity.forbidden', 'Only the firm itself says why it was absent.')
  if (entry.decision !== null) throw new Problem('no-show.decided', 'The organiser has decided on this.')
  await keepExcuse(tx, entry.id, body.kind, body.text)
  await record('no-show.excused', named(entry))
  return reread(tx, entry.id)
}

/** Accepts or rejects an excuse; an organiser may change its mind. */
export const decideNoShow: Handler<typeof decideContract> = async ({ tx, actor, params, body, record, audit }) => {
  const entry = await held(tx, params.noShowId)
  if (!can(actor, 'matchday.run', { organisationId: entry.organiserId, published: true }))
    throw new Problem('identity.forbidden', 'Only the organiser decides on an excuse.')
  await keepDecision(tx, entry.id, { ...body, by: actor.userId })
  await record('no-show.decided', { ...named(entry), accepted: body.accepted })
  await audit('no-show.decided', { noShowId: entry.id, ...named(entry) }, { accepted: body.accepted })
  return reread(tx, entry.id)
}
