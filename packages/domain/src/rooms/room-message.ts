import { matchdaySides } from '../matchdays/matchday.ts'
import { Problem } from '../problem.ts'

export const roomWriters = [...matchdaySides, 'interpreter'] as const
/** Who writes in the text room of a meeting. */
export type RoomWriter = (typeof roomWriters)[number]

/** How long a message may be. */
export const roomMessageLength = 2000

export const roomRefusals = ['over', 'elsewhere', 'often'] as const
/** Why the database keeps no message: the meeting ended, it has a video address, or too much was written in a minute. */
export type RoomRefusal = (typeof roomRefusals)[number]

/** What tells a writer why its message was not kept. */
export const roomRefusal = (refusal: RoomRefusal): Problem =>
  ({
    over: new Problem('room.over', 'This meeting has ended.'),
    elsewhere: new Problem('room.elsewhere', 'This meeting takes place at its video address.'),
    often: new Problem('room.often', 'That is a lot for one minute. Wait a little, then send it again.'),
  })[refusal]
