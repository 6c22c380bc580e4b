import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'

import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import { matchdayOf, nothing, type Ids } from './tenancy-matchdays.ts'
import type { Table } from './tenancy-matrix.ts'
import type { World } from './tenancy-world.ts'

/** A meeting of the rival, a buyer, with the supplier in a virtual room whose address the agency gave, and that is years ahead. */
async function roomOf({ api, ...world }: World): Promise<Ids> {
  const ids = await matchdayOf({ api, ...world }, 'published')
  await asSystem(api.system, async (tx) => {
    await tx.execute(
      sql`update matchdays set content = jsonb_set(content, '{places,0,kind}', '"virtual"') where id = ${ids.id}`,
    )
    await tx.execute(
      sql`insert into matchday_rooms (matchday_id, place, address) values (${ids.id}, 't1', 'https://meet.example/canary-room')`,
    )
  })
  return ids
}
const room = (rest: (ids: Ids) => string, body?: object): Asks => ({
  room: async (world) => {
    const ids = await roomOf(world)
    return at(`/api/matchdays/${ids.id}${rest(ids)}`, body)
  },
  missing: () => at(`/api/matchdays/${missing}${rest(nothing)}`, body),
})

const seat = { token: 'x'.repeat(43), meetingId: missing }

export const roomAsks: Readonly<Record<string, Asks>> = {
  listRooms: room(() => '/rooms'),
  setRoom: room(() => '/rooms/t1', { address: 'https://meet.example/room' }),
  readRoom: room(({ meetingId }) => `/meetings/${meetingId}/room`),
  enterRoom: room(({ meetingId }) => `/meetings/${meetingId}/room/visit`, {}),
  leaveRoom: room(({ meetingId }) => `/meetings/${meetingId}/room/visit`),
  listRoomMessages: room(({ meetingId }) => `/meetings/${meetingId}/room/messages`),
  writeRoomMessage: room(({ meetingId }) => `/meetings/${meetingId}/room/messages/${missing}`, { text: 'canary' }),
  readInterpretedRoom: plain('/api/interpreting/room/read', seat),
  writeAsInterpreter: plain('/api/interpreting/room/messages', { ...seat, id: missing, text: 'canary' }),
}

const none = '401 403 404 404 404 404 404 404 404'
/** For anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform. */
export const roomTable: Table = {
  listRooms: { missing: none, room: '401 403 403 403 403 403 200 404 404' },
  setRoom: { missing: none, room: '401 403 403 403 403 403 200 404 404' },
  readRoom: { missing: none, room: '401 403 404 200 200 404 403 404 404' },
  // The room opens in years.
  enterRoom: { missing: none, room: '401 403 404 409 409 404 403 404 404' },
  leaveRoom: { missing: none, room: '401 403 404 204 204 404 403 404 404' },
  // The organiser, an agency, reads none of it.
  listRoomMessages: { missing: none, room: '401 403 404 200 200 404 403 404 404' },
  // Only the link of an interpreter opens it.
  readInterpretedRoom: { '-': '404 404 404 404 404 404 404 404 404' },
  writeAsInterpreter: { '-': '404 404 404 404 404 404 404 404 404' },
  writeRoomMessage: { missing: none, room: '401 403 404 409 409 404 403 404 404' },
}
