import { readDoor, type DoorView, type MeetingView } from '@enlace/contracts'
import {
  foldOperations,
  type Ground,
  type MatchdayId,
  type MatchdayParticipantId,
  type Operation,
  type UserId,
} from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { Outbox } from './outbox.svelte.ts'

export type CheckIn = DoorView['checkIns'][number]

/** The door as its staff sees it: what the server last said, with what waits on this device folded onto it. */
export class DoorRecord extends Loaded<DoorView> {
  readonly id: MatchdayId
  readonly outbox: Outbox
  /** The day that is checked in for. */
  day = $state('')
  readonly #now = $derived.by(() => withWaiting(this.view, this.outbox.waiting))

  constructor(id: MatchdayId, owner: UserId) {
    super(async () => {
      const view = await call(readDoor, { params: { id } })
      if (this.day === '') this.day = dayToShow(view)
      return view
    })
    this.id = id
    this.outbox = new Outbox(id, owner)
  }

  get meetings(): readonly MeetingView[] {
    return this.#now.meetings
  }
  get checkIns(): readonly CheckIn[] {
    return this.#now.checkIns
  }

  /** By which a participant is here on the shown day; null where it is missing. */
  checkInOf = (id: MatchdayParticipantId): CheckIn | null =>
    this.checkIns.find((one) => one.participantId === id && one.meetingId === null && one.day === this.day) ?? null

  checkIn = (participantId: MatchdayParticipantId, badge: DoorView['badges'][number] | null = null): Promise<unknown> =>
    this.outbox.do({ kind: 'check-in', participantId, day: this.day, meetingId: null, badgeId: badge?.id ?? null })

  /** Says that both sit at the table of a meeting. */
  seat = async ({ id: meetingId, host, visitor }: MeetingView): Promise<void> => {
    for (const { participantId } of [host, visitor])
      await this.outbox.do({ kind: 'check-in', participantId, day: this.day, meetingId, badgeId: null })
  }

  undo = (checkIns: readonly CheckIn[]): Promise<unknown> =>
    Promise.all(checkIns.map(({ id }) => this.outbox.do({ kind: 'undo', operationId: id })))
}

/** Today where the matchday has it, else its first day. */
function dayToShow({ days, timeZone, now }: DoorView): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(now))
  return days.includes(today) ? today : (days[0] ?? '')
}

function groundOf({ slots, places, participants, badges, meetings }: DoorView): Ground {
  return {
    slotCount: slots.length,
    places: new Set(places.map(({ key }) => key)),
    participants: new Set(participants.map(({ id }) => id)),
    badges: new Map(
      badges.map(({ id, participantId, voidAt }) => [
        id,
        { participantId, voidAt: voidAt === null ? null : Date.parse(voidAt) },
      ]),
    ),
    // What else is taken, and by whom, the server knows; it says so when an operation arrives.
    ...{ interpreters: new Map(), taken: new Set() },
    meetings: meetings.map(({ id, host, visitor, slot, place, state, note }) => ({
      ...{
        id,
        hostId: host.participantId,
        visitorId: visitor.participantId,
        slot,
        place: place.key,
        state,
        note,
        at: 0,
      },
    })),
  }
}

/** What it will be once the server has what waits, as far as this device knows. */
function withWaiting(
  view: DoorView | null,
  waiting: Outbox['waiting'],
): { readonly meetings: readonly MeetingView[]; readonly checkIns: readonly CheckIn[] } {
  if (view === null) return { meetings: [], checkIns: [] }
  const operations = waiting.map(({ id, deviceAt, offsetMs, deed }) => ({
    ...{ id, at: Date.parse(deviceAt) + offsetMs, receivedAt: Infinity, as: null, deed },
  })) as Operation[]
  const folded = foldOperations(groundOf(view), operations)
  const names = new Map(view.places.map(({ key, name }) => [key, name]))
  const meetings = view.meetings.map((meeting) => {
    const next = folded.meetings.get(meeting.id)
    const slot = next === undefined ? undefined : view.slots[next.slot]
    if (next === undefined || slot === undefined) return meeting
    const place = { key: next.place, name: names.get(next.place) ?? next.place }
    return { ...meeting, ...slot, slot: next.slot, place, state: next.state, note: next.note }
  })
  const undone = new Set(operations.flatMap(({ deed }) => (deed.kind === 'undo' ? [deed.operationId] : [])))
  const added = operations.flatMap(({ id, at, deed }) =>
    deed.kind === 'check-in' && folded.fates.get(id)?.outcome === 'applied'
      ? [
          {
            id,
            participantId: deed.participantId,
            day: deed.day,
            meetingId: deed.meetingId,
            at: new Date(at).toISOString(),
          },
        ]
      : [],
  )
  return {
    meetings: meetings.toSorted((one, other) => one.slot - other.slot),
    checkIns: [...view.checkIns.filter(({ id }) => !undone.has(id)), ...added],
  }
}
