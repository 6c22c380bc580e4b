import type {
  endInterpreterLink as endContract,
  makeInterpreterLink as makeContract,
  readInterpreting as readContract,
} from '@enlace/contracts'
import { asActor, holdInterpreter, linkInterpreter, readInterpreting as read, type Database } from '@enlace/database'
import { anonymous, Problem, type MatchdayInterpreterId, type MatchdayId, type MemberActor } from '@enlace/domain'
import { allow, hashToken, newToken, type Identity } from '@enlace/identity'
import type { Transaction } from '@enlace/database'

import type { Handler, OpenHandler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { meetingsAt } from './keep-interpreters.ts'

async function interpreterFor(
  tx: Transaction,
  actor: MemberActor,
  params: { readonly id: MatchdayId; readonly interpreterId: MatchdayInterpreterId },
): Promise<{
  readonly id: MatchdayInterpreterId
  readonly about: { matchdayId: MatchdayId; organisationId: MemberActor['organisationId'] }
}> {
  const states = ['draft', 'open', 'published'] as const
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states })
  const row = await holdInterpreter(tx, day.id, params.interpreterId)
  if (row === null) throw absent()
  return { id: row.id, about: { matchdayId: day.id, organisationId: day.organisationId } }
}

/** Makes a link, of which the hash alone is kept. */
export const makeInterpreterLink: Handler<typeof makeContract> = async ({ tx, actor, params, record }) => {
  const { id, about } = await interpreterFor(tx, actor, params)
  const token = newToken()
  await linkInterpreter(tx, id, hashToken(token))
  await record('interpreters.changed', about)
  return { token }
}

export const endInterpreterLink: Handler<typeof endContract> = async ({ tx, actor, params, record }) => {
  const { id, about } = await interpreterFor(tx, actor, params)
  await linkInterpreter(tx, id, null)
  await record('interpreters.changed', about)
}

/** Where an interpreter sits, for whoever holds their link. */
export const readInterpreting =
  (database: Database, { settings }: Identity): OpenHandler<typeof readContract> =>
  async ({ request, body }) => {
    await allow(settings, 'tokenPerAddress', request.ip)
    const found = await asActor(database, anonymous, (tx) => read(tx, hashToken(body.token)))
    // One answer for one that never was and one that ended.
    if (found === null) throw new Problem('interpreter.link', 'This link has ended. Ask the organiser for a new one.')
    const { name, languages, organiser, state, content } = found
    const { title, venue, timeZone } = content
    return {
      ...{ name, languages: [...languages], organiser, state, title, venue, timeZone },
      meetings: meetingsAt(content, found.meetings),
    }
  }
