import { meetingStates, type MatchdayId, type MatchdayInterpreterId, type MeetingId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const given = {
  name: wire.text(120, 1),
  /** The two languages between which they interpret. */
  languages: z.array(wire.language).check(
    z.minLength(2),
    z.maxLength(2),
    z.refine(([one, other]) => one !== other, 'Choose two different languages.'),
  ),
  /** Slots in which they are not there. */
  away: z._default(z.array(wire.whole(2000)).check(z.maxLength(1200)), []),
}

/** The meetings at which an interpreter sits, in the order of time. */
export const interpretedMeetings = z.array(
  z.object({
    id: wire.id<MeetingId>(),
    startsAt: wire.instant,
    endsAt: wire.instant,
    place: z.string(),
    virtual: z.boolean(),
    host: z.string(),
    visitor: z.string(),
    state: z.enum(meetingStates),
  }),
)

/** An interpreter of a matchday, with the meetings at which they sit in the order of time. */
export const interpreterView = z.object({
  id: wire.id<MatchdayInterpreterId>(),
  ...given,
  away: z.array(z.int()),
  /** Whether they have a link to read by. */
  linked: z.boolean(),
  meetings: interpretedMeetings,
})
export type InterpreterView = DeepReadonly<z.output<typeof interpreterView>>

const common = { noun: 'matchdays', access: 'member' } as const
const params = z.object({ id: wire.id<MatchdayId>() })
const ofOne = z.object({ id: wire.id<MatchdayId>(), interpreterId: wire.id<MatchdayInterpreterId>() })

export const listInterpreters = endpoint({
  ...common,
  name: 'listInterpreters',
  summary: 'The interpreters of a matchday with the meetings of each, for its organiser.',
  method: 'GET',
  path: '/api/matchdays/:id/interpreters',
  params,
  response: z.object({ items: z.array(interpreterView) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const addInterpreter = endpoint({
  ...common,
  name: 'addInterpreter',
  summary: 'Add an interpreter; timetables that are asked for from now on draw on them.',
  method: 'POST',
  path: '/api/matchdays/:id/interpreters',
  params,
  body: z.object(given),
  success: 201,
  response: interpreterView,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.slot'],
})

export const changeInterpreter = endpoint({
  ...common,
  name: 'changeInterpreter',
  summary: 'Change what is known of an interpreter; not what their planned meetings stand on.',
  method: 'PUT',
  path: '/api/matchdays/:id/interpreters/:interpreterId',
  params: ofOne,
  body: z.object(given),
  response: interpreterView,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.slot', 'thing.conflict'],
})

export const removeInterpreter = endpoint({
  ...common,
  name: 'removeInterpreter',
  summary: 'Remove an interpreter who sits at no meeting.',
  method: 'DELETE',
  path: '/api/matchdays/:id/interpreters/:interpreterId',
  params: ofOne,
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'thing.conflict'],
})
