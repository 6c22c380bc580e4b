import type {
  listPassportVersions as listContract,
  readPassport as readContract,
  readPassportVersion as versionContract,
} from '@enlace/contracts'
import { listPassportVersions as listOf, readPassportVersion as versionOf } from '@enlace/database'
import { Problem } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { deskFor, viewDesk } from './passport-desk.ts'

export const readPassport: Handler<typeof readContract> = async ({ tx, actor, query }) =>
  viewDesk(tx, await deskFor(tx, actor, query.firm, 'passport.read'))

export const listPassportVersions: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  const { organisationId } = await deskFor(tx, actor, query.firm, 'passport.read')
  const before = fromCursor(query.cursor, { version: 'number' })?.version ?? null
  const rows = await listOf(tx, organisationId, { before, limit: query.limit + 1 })
  return cutPage(rows, query.limit, (last) => ({ version: last.version }))
}

export const readPassportVersion: Handler<typeof versionContract> = async ({ tx, actor, query, params }) => {
  const { organisationId } = await deskFor(tx, actor, query.firm, 'passport.read')
  const version = await versionOf(tx, organisationId, params.version)
  if (version === null) throw new Problem('thing.not-found', 'There is no such version of this passport.')
  return version
}
