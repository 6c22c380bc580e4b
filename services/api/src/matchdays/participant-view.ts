import type { MatchdayParticipantView } from '@enlace/contracts'
import type { ParticipantRow } from '@enlace/database'
import { standingOf, type Borne } from '@enlace/domain'

/** A participant as its reader may know it. */
export const viewParticipant = (
  row: ParticipantRow,
  organiser: boolean,
  borne: Borne | null = null,
): MatchdayParticipantView => ({
  borne,
  id: row.id,
  organisation: { id: row.organisationId, name: row.name, country: row.country },
  side: row.side,
  state: row.state,
  type: organiser ? row.type : null,
  languages: row.languages,
  note: row.note,
  wish: row.wish,
  theirWish: row.theirWish,
  theirReason: row.theirReason,
  standing: standingOf(row.wish, row.theirWish, row.late),
  agreed: organiser ? row.agreed : null,
})
