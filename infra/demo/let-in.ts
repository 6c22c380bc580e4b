import { v7 as uuidv7 } from 'uuid'

import * as contract from '@enlace/contracts'
import type { Handler } from '@enlace/api/http/mount'
import { admitAll } from '@enlace/database'
import { asId, type MatchdayId, type MatchdayParticipantId, type OrganisationId } from '@enlace/domain'

import type { Demo } from './demo.ts'
import { demoId } from './demo-id.ts'

type Attendance = Demo['matchdays'][number]['admitted'][number]

/** What the import of participants does with a table of which every row is good, without the table. */
export function letIn(
  id: MatchdayId,
  firms: readonly Attendance[],
): readonly [typeof contract.importParticipants, Handler<typeof contract.importParticipants>] {
  const rows = firms.map(({ organisation, ...said }) => ({
    ...{ ...said, type: null, away: [] },
    id: asId<MatchdayParticipantId>(uuidv7()),
    organisationId: demoId<OrganisationId>('organisation', organisation),
  }))
  return [
    contract.importParticipants,
    async ({ tx, actor, record, audit }) => {
      const { created } = await admitAll(tx, id, rows)
      const { organisationId } = actor
      await record('participants.imported', { matchdayId: id, organisationId, participants: [...created] })
      await audit('participants.imported', { matchdayId: id }, { created: created.size, updated: 0 })
      const counts = { rows: rows.length, created: created.size, updated: 0, unchanged: 0, failed: 0 }
      return { ...counts, issues: [], dryRun: false }
    },
  ]
}
