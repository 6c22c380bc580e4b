import {
  linkageStages,
  type CallId,
  type MatchdayId,
  type MatchdaySide,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { announcementView } from '../boards/announcement.contract.ts'
import { meetingOnBoard } from '../boards/board.contract.ts'
import { importView } from '../imports/import.contract.ts'
import { needMatch, ranking } from '../matches/match.contract.ts'
import { planProgressed } from '../matchdays/plan.contract.ts'

/**
 * What clients hear, by name, with the shape of the data. `data` is read when it is sent, so a client that
 * was away hears the present state, and two changes in a row may arrive as one.
 */
export const liveCatalogue = {
  /** The ranked list of a need, same shape as GET /api/needs/:id/matches. */
  'ranking.changed': ranking,
  /** One row of a supplier's feed came or changed. */
  'feed.changed': needMatch,
  /** One row of a supplier's feed left it. */
  'feed.left': z.object({ needId: z.string() }),
  /** Counts of one of the organisation's needs changed. */
  'need.changed': z.object({
    needId: z.string(),
    state: z.string(),
    version: z.int(),
    matchCount: z.int(),
    interestedCount: z.int(),
  }),
  /** Something about a call that the organisation has a part in; what, is read over HTTP. */
  'call.changed': z.object({ callId: z.string() }),
  'passport.changed': z.object({ version: z.int(), state: z.string(), openNeeds: z.int() }),
  /** How far an import has come, same shape as in GET /api/imports. */
  'import.changed': importView,
  /** Something of one of the organisation's linkages changed; `unread` counts over all of them, `lastSeq` its last message. */
  'linkage.changed': z.object({
    linkageId: z.string(),
    stage: z.enum(linkageStages),
    lastSeq: z.int(),
    unread: z.int(),
  }),
  'notification.created': z.object({ unread: z.int() }),
  'members.changed': z.null(),
  /** A challenge, its board or a proposal to it; what became of it is read by whoever may. */
  'challenge.changed': z.object({ needId: z.string() }),
  /** An innovation of one's own, or one that is shown to the organisation. */
  'innovation.changed': z.object({ innovationId: z.string() }),
  /** A matchday, who comes to it, or a meeting at it; what it is, is read by whoever may. */
  'matchday.changed': z.object({ matchdayId: z.string() }),
  /** One meeting as it stands now, for the organiser's board. */
  'meeting.changed': meetingOnBoard,
  /** Something was written in the text room of a meeting; what, is read by the two of it. */
  'room.written': z.object({ meetingId: z.string() }),
  /** What the organiser of a matchday tells. */
  'announcement.made': announcementView,
  /** How far a timetable is while it is made; for its organiser alone, at most four times a second. */
  'plan.progressed': planProgressed,
} as const
export type LiveName = keyof typeof liveCatalogue
export type LiveData<Name extends LiveName> = z.output<(typeof liveCatalogue)[Name]>

/**
 * `organisation:<id>` (own members), `need:<id>` (the need's owner), `call:<id>` (the buyer and those who sit in it),
 * `hosts:<id>` and `visitors:<id>` (those admitted to a matchday on that side: what changed about the other),
 * `board:<id>` (the matchday's organiser: how many stand at its board).
 */
export type Topic = `${'organisation' | 'need' | 'call' | 'board' | `${MatchdaySide}s`}:${string}`
export const topic = {
  organisation: (id: OrganisationId): Topic => `organisation:${id}`,
  need: (id: NeedId): Topic => `need:${id}`,
  call: (id: CallId): Topic => `call:${id}`,
  board: (id: MatchdayId): Topic => `board:${id}`,
  matchday: (side: MatchdaySide, id: MatchdayId): Topic => `${side}s:${id}`,
}

/** A change on a topic as the relay writes it down: which message, about which thing. */
export type LiveNote = { readonly topic: Topic; readonly name: LiveName; readonly subject: string }
/** What is noted on a topic: a message of this name, about this thing. */
export const note = (to: Topic, name: LiveName, subject: string): LiveNote => ({ topic: to, name, subject })
