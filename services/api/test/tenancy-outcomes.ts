import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import { matchdayOf, nothing, type Ids } from './tenancy-matchdays.ts'
import type { Table } from './tenancy-matrix.ts'
import type { World } from './tenancy-world.ts'

type Said = Ids & { readonly noShowId: string }

/** A meeting of the rival, a buyer, with the supplier on a day that has begun; the rival said its part, and the supplier is noted as absent. */
async function saidOf(world: World): Promise<Said> {
  const ids = await matchdayOf(world, 'published')
  const noShowId = uuidv7()
  const { rival, supplier, agency } = world.organisations
  await asSystem(world.api.system, async (tx) => {
    await tx.execute(sql`update matchdays set starts_at = now() - interval '1 hour' where id = ${ids.id}`)
    await tx.execute(sql`
      insert into meeting_outcomes (meeting_id, organisation_id, side, held, note) values (${ids.meetingId}, ${rival}, 'host', 'held', 'canary-outcome')`)
    await tx.execute(sql`
      insert into no_shows (id, matchday_id, organiser_id, organisation_id, side, witness, excuse_kind, excuse_text, excused_at)
      values (${noShowId}, ${ids.id}, ${agency}, ${supplier}, 'visitor', 'organiser', 'other', 'canary-excuse', now())`)
  })
  return { ...ids, noShowId }
}
const said = (path: (ids: Said) => string, body?: object): Asks => ({
  said: async (world) => at(path(await saidOf(world)), body),
  missing: () => at(path({ ...nothing, noShowId: missing }), body),
})
const day = (rest: (ids: Said) => string, body?: object): Asks =>
  said((ids) => `/api/matchdays/${ids.id}${rest(ids)}`, body)

export const outcomeAsks: Readonly<Record<string, Asks>> = {
  listOutcomes: day(() => '/outcomes'),
  sayOutcome: day(({ meetingId }) => `/meetings/${meetingId}/outcome`, { held: 'held', revision: 0 }),
  readResults: day(() => '/results'),
  listNoShows: plain('/api/no-shows'),
  noteNoShow: {
    said: async (world) => {
      const { id, hostId } = await saidOf(world)
      return at(`/api/matchdays/${id}/no-shows`, { participantId: hostId })
    },
    missing: () => at(`/api/matchdays/${missing}/no-shows`, { participantId: missing }),
  },
  excuseNoShow: said(({ noShowId }) => `/api/no-shows/${noShowId}/excuse`, { kind: 'travel', text: 'Closed.' }),
  decideNoShow: said(({ noShowId }) => `/api/no-shows/${noShowId}/decision`, { accepted: true, reason: 'Yes.' }),
}

const none = '401 403 404 404 404 404 404 404 404'
/** For anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform. */
export const outcomeTable: Table = {
  listOutcomes: { missing: none, said: '401 403 200 200 200 200 403 404 404' },
  // The rival has said its part already.
  sayOutcome: { missing: none, said: '401 403 404 412 200 404 403 404 404' },
  readResults: { missing: none, said: '401 403 403 403 403 403 200 404 404' },
  listNoShows: { '-': '401 403 200 200 200 200 200 200 403' },
  noteNoShow: { missing: none, said: '401 403 403 403 403 403 200 404 404' },
  excuseNoShow: { missing: none, said: '401 403 404 404 200 404 403 404 404' },
  decideNoShow: { missing: none, said: '401 403 404 404 403 404 200 404 404' },
}
