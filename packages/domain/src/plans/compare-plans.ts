import type { MatchdayParticipantId } from '../brand.ts'

type Pair = {
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly must: boolean
}
type Placed = Pair & { readonly slot: number; readonly place: string }
/** A plan as far as two are compared: what has a time in it, and which pairs have none. */
export type ComparablePlan = { readonly meetings: readonly Placed[]; readonly unplaced: readonly Pair[] }

/** What a plan comes to. */
export type PlanFigures = {
  readonly agreed: number
  readonly placed: number
  readonly musts: number
  readonly mustsPlaced: number
  readonly breaks: number
  /** How many idle stretches more one firm has than another. */
  readonly spread: number
  /** Firms that agreed with somebody and have no meeting. */
  readonly without: number
}

/** What one firm has in each of two plans. */
export type FirmChange = {
  readonly participantId: MatchdayParticipantId
  readonly meetings: readonly [number, number]
  readonly breaks: readonly [number, number]
}

export type PlanComparison = {
  readonly figures: readonly [PlanFigures, PlanFigures]
  /** Pairs with a time in both, but another slot; and with another place in the same slot. */
  readonly moved: number
  readonly reseated: number
  /** Pairs with a time in the second or the first alone. */
  readonly gained: number
  readonly lost: number
  /** Firms that have more or less of something, who loses most first. */
  readonly changes: readonly FirmChange[]
}

const keyOf = ({ hostId, visitorId }: Pair): string => `${hostId} ${visitorId}`

function slotsByFirm({ meetings }: ComparablePlan): ReadonlyMap<MatchdayParticipantId, readonly number[]> {
  const slots = new Map<MatchdayParticipantId, number[]>()
  for (const { hostId, visitorId, slot } of meetings)
    for (const id of [hostId, visitorId]) slots.set(id, [...(slots.get(id) ?? []), slot])
  return slots
}

/** Runs of idle slots between two meetings. */
const breaksIn = (slots: readonly number[]): number =>
  slots.toSorted((a, b) => a - b).filter((slot, at, all) => at > 0 && slot - (all[at - 1] ?? slot) > 1).length

/** What a plan comes to. */
export function figuresOf(plan: ComparablePlan): PlanFigures {
  const { meetings, unplaced } = plan
  const slots = slotsByFirm(plan)
  const breaks = [...slots.values()].map(breaksIn)
  const waiting = new Set(unplaced.flatMap(({ hostId, visitorId }) => [hostId, visitorId]))
  const mustsPlaced = meetings.filter(({ must }) => must).length
  return {
    agreed: meetings.length + unplaced.length,
    placed: meetings.length,
    musts: mustsPlaced + unplaced.filter(({ must }) => must).length,
    mustsPlaced,
    breaks: breaks.reduce((sum, one) => sum + one, 0),
    spread: breaks.length === 0 ? 0 : Math.max(...breaks) - Math.min(...breaks),
    without: [...waiting].filter((id) => !slots.has(id)).length,
  }
}

/** What changes for whom from one plan to another. */
export function comparePlans(one: ComparablePlan, other: ComparablePlan): PlanComparison {
  const before = new Map(one.meetings.map((meeting) => [keyOf(meeting), meeting]))
  const both = other.meetings.flatMap((meeting) => {
    const old = before.get(keyOf(meeting))
    return old === undefined ? [] : [{ old, meeting }]
  })
  const [was, is] = [slotsByFirm(one), slotsByFirm(other)]
  const changes = [...new Set([...was.keys(), ...is.keys()])].map((participantId): FirmChange => {
    const [then, now] = [was.get(participantId) ?? [], is.get(participantId) ?? []]
    return { participantId, meetings: [then.length, now.length], breaks: [breaksIn(then), breaksIn(now)] }
  })
  return {
    figures: [figuresOf(one), figuresOf(other)],
    moved: both.filter(({ old, meeting }) => old.slot !== meeting.slot).length,
    reseated: both.filter(({ old, meeting }) => old.slot === meeting.slot && old.place !== meeting.place).length,
    gained: other.meetings.length - both.length,
    lost: one.meetings.length - both.length,
    changes: changes.filter((change) => gainOf(change) !== 0 || breaksSaved(change) !== 0).toSorted(byGain),
  }
}

const gainOf = ({ meetings: [was, is] }: FirmChange): number => is - was
const breaksSaved = ({ breaks: [was, is] }: FirmChange): number => was - is
const byGain = (a: FirmChange, b: FirmChange): number =>
  gainOf(a) - gainOf(b) || breaksSaved(a) - breaksSaved(b) || a.participantId.localeCompare(b.participantId)
