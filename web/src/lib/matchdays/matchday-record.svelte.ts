import {
  admitParticipant,
  attendMatchday,
  bookMeeting,
  confirmMeeting,
  leaveMatchday,
  listMeetings,
  listParticipants,
  moveMatchday,
  moveMeeting,
  readMatchday,
  reportIncident,
  sayWish,
  type MatchdayParticipantView,
  type MatchdayView,
  type MeetingView,
  type Topic,
} from '@enlace/contracts'
import type { MatchdayId, MatchdayParticipantId, MeetingId, Wish } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { Paged } from '$lib/paging/paged.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'
import { followMatchday } from './follow-matchday.ts'

/** One matchday as its reader may see it: what it is, who comes, and which meetings there are. */
export class MatchdayRecord extends Loaded<MatchdayView> {
  readonly id: MatchdayId
  readonly participants: Paged<MatchdayParticipantView>
  readonly meetings: Loaded<readonly MeetingView[]>
  busy = $state(false)

  constructor(id: MatchdayId) {
    const params = { id }
    super(() => call(readMatchday, { params }))
    this.id = id
    this.participants = new Paged((cursor) =>
      call(listParticipants, { params, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } }),
    )
    this.meetings = new Loaded(async () => (await call(listMeetings, { params })).items)
  }

  loadAll = async (): Promise<void> => {
    await Promise.all([this.load(), this.participants.load(), this.meetings.load()])
  }

  /** Follows on a topic what becomes of it until the returned function is called. */
  follow = (heard: Topic): (() => void) => followMatchday(this.id, heard, this.loadAll)

  /** The meeting that the reader has with a participant; null where there is none. */
  meetingWith = (id: MatchdayParticipantId): MeetingView | null =>
    this.meetings.view?.find(
      ({ host, visitor, state }) =>
        state !== 'cancelled' && (host.participantId === id || visitor.participantId === id),
    ) ?? null

  move = (to: 'open' | 'closed' | 'cancelled'): Promise<boolean> =>
    this.#try(
      async () => this.take(await call(moveMatchday, { params: this.#at, body: { to } })),
      m.matchdays_said_saved(),
    )

  attend = (away: readonly number[], languages: readonly string[], note: string): Promise<boolean> =>
    this.#try(async () => {
      await call(attendMatchday, { params: this.#at, body: { away: [...away], languages: [...languages], note } })
      await this.loadAll()
    }, m.matchdays_said_registered())

  leave = (): Promise<boolean> =>
    this.#try(async () => {
      await call(leaveMatchday, { params: this.#at })
      await this.loadAll()
    }, m.matchdays_said_withdrawn())

  /** Admits a firm, as one of a type where one is given, or declines it. */
  admit = (
    participantId: MatchdayParticipantId,
    state: 'admitted' | 'declined',
    type?: string | null,
  ): Promise<boolean> =>
    this.#try(async () => {
      const body = { state, ...(type === undefined ? {} : { type }) }
      this.#replace(await call(admitParticipant, { params: { ...this.#at, participantId }, body }))
    }, m.matchdays_said_saved())

  wish = (participantId: MatchdayParticipantId, wish: Wish | null, reason = ''): Promise<boolean> =>
    this.#try(async () => {
      this.#replace(await call(sayWish, { params: { ...this.#at, participantId }, body: { wish, reason } }))
    }, m.matchdays_said_saved())

  book = (participantId: MatchdayParticipantId): Promise<boolean> =>
    this.#try(async () => {
      await call(bookMeeting, { params: this.#at, body: { participantId } })
      await this.meetings.load()
    }, m.matchdays_said_booked())

  /** Says that a meeting falls out; its time goes to others. */
  fallOut = (meetingId: MeetingId, kind: 'missed' | 'called-off'): Promise<boolean> =>
    this.#try(async () => {
      await call(reportIncident, { params: this.#at, body: { report: { kind, meetingId }, insist: false } })
      await this.meetings.load()
    }, m.matchdays_said_saved())

  confirm = (meetingId: MeetingId, note = ''): Promise<boolean> =>
    this.#try(async () => {
      this.#replaceMeeting(await call(confirmMeeting, { params: { ...this.#at, meetingId }, body: { note } }))
    }, m.matchdays_said_saved())

  moveMeeting = (meetingId: MeetingId, slot: number, place: string): Promise<boolean> =>
    this.#try(async () => {
      this.#replaceMeeting(await call(moveMeeting, { params: { ...this.#at, meetingId }, body: { slot, place } }))
    }, m.matchdays_said_moved())

  get #at(): { readonly id: MatchdayId } {
    return { id: this.id }
  }

  #replace(participant: MatchdayParticipantView): void {
    this.participants.items = this.participants.items.map((one) => (one.id === participant.id ? participant : one))
  }

  #replaceMeeting(meeting: MeetingView): void {
    const all = this.meetings.view ?? []
    this.meetings.take(
      all.map((one) => (one.id === meeting.id ? meeting : one)).toSorted((one, other) => one.slot - other.slot),
    )
  }

  async #try(act: () => Promise<unknown>, done: string): Promise<boolean> {
    this.busy = true
    const isDone = await attempt(act, done, { lookAgain: this.loadAll })
    this.busy = false
    return isDone
  }
}
