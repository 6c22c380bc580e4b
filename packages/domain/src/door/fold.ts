import type { MatchdayParticipantId, MeetingId, OperationId } from '../brand.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import {
  clockToleranceMs,
  type DoorMeeting,
  type Fate,
  type Ground,
  type Operation,
  type OperationDeed,
} from './operation.ts'

/** What all operations together come to. */
export type Folded = {
  readonly meetings: ReadonlyMap<MeetingId, DoorMeeting>
  readonly fates: ReadonlyMap<OperationId, Fate>
}

/** The one order in which operations count, in whatever order they arrive. */
export const inOrder = (one: Operation, other: Operation): number =>
  one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id))

/**
 * Folds operations onto the ground in the order of their times. Nobody and no place is in two meetings of one slot;
 * an operation that would break this is refused, one that a later one replaces is superseded.
 */
export const foldOperations = (ground: Ground, operations: readonly Operation[]): Folded =>
  foldAsGiven(ground, operations.toSorted(inOrder))

/** Folds operations in the order given; the result depends on it. */
export function foldAsGiven(ground: Ground, operations: readonly Operation[]): Folded {
  const fold = new Fold(ground, operations)
  for (const operation of operations) fold.take(operation)
  return fold
}

type Of<Kind extends OperationDeed['kind']> = OperationDeed & { readonly kind: Kind }

class Fold implements Folded {
  readonly meetings: Map<MeetingId, DoorMeeting>
  readonly fates = new Map<OperationId, Fate>()
  readonly #ground: Ground
  readonly #bases: ReadonlyMap<MeetingId, DoorMeeting>
  /** Which meeting holds a participant or a place in a slot. */
  readonly #holds = new Map<string, MeetingId>()
  /** The operation by which a meeting is where it is, and the one by which it is held or missed. */
  readonly #last = new Map<string, OperationId>()
  readonly #undone: ReadonlySet<OperationId>

  constructor(ground: Ground, operations: readonly Operation[]) {
    this.#ground = ground
    this.#bases = new Map(ground.meetings.map((meeting) => [meeting.id, meeting]))
    this.meetings = new Map(this.#bases)
    for (const meeting of ground.meetings) this.#hold(meeting)
    // Undoing takes back one check-in by its id, so it does not matter which of the two is known first.
    this.#undone = new Set(
      operations.flatMap(({ as, deed }) => (deed.kind === 'undo' && as === null ? [deed.operationId] : [])),
    )
  }

  take(operation: Operation): void {
    try {
      this.#do(operation)
      const outcome = this.#undone.has(operation.id) ? 'superseded' : 'applied'
      this.fates.set(operation.id, { outcome, reason: null })
    } catch (error) {
      if (error instanceof Superseded) this.fates.set(operation.id, { outcome: 'superseded', reason: null })
      else if (error instanceof Problem) this.fates.set(operation.id, { outcome: 'refused', reason: error.code })
      else throw error
    }
  }

  #do({ id, at, receivedAt, as, deed }: Operation): void {
    if (at > receivedAt + clockToleranceMs) throw refusal('operation.clock')
    if (deed.kind === 'outcome') return this.#settle(id, at, as, deed)
    if (as !== null) throw refusal('identity.forbidden')
    if (deed.kind === 'check-in') this.#checkIn(at, deed)
    if (deed.kind === 'move') this.#move(id, at, deed)
  }

  #checkIn(at: number, { participantId, meetingId, badgeId }: Of<'check-in'>): void {
    if (!this.#ground.participants.has(participantId)) throw refusal('thing.not-found')
    if (meetingId !== null && !sits(this.#meeting(meetingId), participantId)) throw refusal('thing.not-found')
    if (badgeId === null) return
    const badge = this.#ground.badges.get(badgeId)
    if (badge?.participantId !== participantId) throw refusal('thing.not-found')
    if (badge.voidAt !== null && badge.voidAt <= at) throw refusal('badge.void')
  }

  #move(id: OperationId, at: number, { meetingId, slot, place }: Of<'move'>): void {
    const meeting = this.#meeting(meetingId)
    if (at < (this.#bases.get(meetingId)?.at ?? 0)) throw new Superseded()
    if (meeting.state !== 'planned') throw refusal('meeting.state')
    if (slot >= this.#ground.slotCount) throw refusal('matchday.slot')
    if (!this.#ground.places.has(place)) throw refusal('thing.not-found')
    this.#replace({ ...meeting, slot, place, at })
    this.#follow(`move ${meetingId}`, id)
  }

  #settle(id: OperationId, at: number, as: MatchdayParticipantId | null, deed: Of<'outcome'>): void {
    const { meetingId, state, note } = deed
    const meeting = this.#meeting(meetingId)
    if (as !== null && !sits(meeting, as)) throw refusal('thing.not-found')
    const base = this.#bases.get(meetingId)
    if (base !== undefined && base.state !== 'planned' && at < base.at) throw new Superseded()
    if (meeting.state === 'cancelled') throw refusal('meeting.state')
    this.#replace({ ...meeting, state, note, at })
    this.#follow(`outcome ${meetingId}`, id)
  }

  #meeting(id: MeetingId): DoorMeeting {
    const meeting = this.meetings.get(id)
    if (meeting === undefined) throw refusal('thing.not-found')
    return meeting
  }

  /** Puts a meeting where it is now, unless somebody else holds what it needs. */
  #replace(now: DoorMeeting): void {
    const before = this.#meeting(now.id)
    const own = this.#keysOf(before)
    const isTaken = this.#keysOf(now).some(
      (key) => (this.#holds.get(key) ?? now.id) !== now.id || (this.#ground.taken.has(key) && !own.includes(key)),
    )
    if (isTaken) throw refusal('meeting.taken')
    for (const key of own) this.#holds.delete(key)
    this.#hold(now)
    this.meetings.set(now.id, now)
  }

  #hold(meeting: DoorMeeting): void {
    for (const key of this.#keysOf(meeting)) this.#holds.set(key, meeting.id)
  }

  /** What a meeting keeps others from: its two participants, its place and its interpreter, in its slot, while it is planned or was held. */
  #keysOf({ id, hostId, visitorId, place, slot, state }: DoorMeeting): string[] {
    if (state !== 'planned' && state !== 'held') return []
    const interpreter = this.#ground.interpreters.get(id)
    return [hostId, visitorId, place, ...(interpreter === undefined ? [] : [interpreter])].map(
      (held) => `${slot} ${held}`,
    )
  }

  #follow(what: string, id: OperationId): void {
    const before = this.#last.get(what)
    if (before !== undefined) this.fates.set(before, { outcome: 'superseded', reason: null })
    this.#last.set(what, id)
  }
}

class Superseded extends Error {}
const refusal = (code: ProblemCode): Problem => new Problem(code, 'This could not be.')
const sits = ({ hostId, visitorId }: DoorMeeting, id: MatchdayParticipantId): boolean =>
  hostId === id || visitorId === id
