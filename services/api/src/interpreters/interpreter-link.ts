import type {
  endInterpreterLink as endContract,
  makeInterpreterLink as makeContract,
  readInterpreting as readContract,
} from '@enlace/contracts'
import { asActor, linkInterpreter, readInterpreting as read, type Database } from '@enlace/database'
import { anonymous, Problem } from '@enlace/domain'
import { allow, hashToken, newToken, type Identity } from '@enlace/identity'

import type { Handler, OpenHandler } from '../http/mount.ts'
import { interpreterFor, meetingsAt } from './keep-interpreters.ts'

/** Makes a link, of which the hash alone is kept. */
export const makeInterpreterLink: Handler<typeof makeContract> = async ({ tx, actor, params, record }) => {
  const { day, row } = await interpreterFor(tx, actor, params)
  const token = newToken()
  await linkInterpreter(tx, row.id, hashToken(token))
  await record('interpreters.changed', { matchdayId: day.id, organisationId: day.organisationId })
  return { token }
}

export const endInterpreterLink: Handler<typeof endContract> = async ({ tx, actor, params, record }) => {
  const { day, row } = await interpreterFor(tx, actor, params)
  await linkInterpreter(tx, row.id, null)
  await record('interpreters.changed', { matchdayId: day.id, organisationId: day.organisationId })
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
