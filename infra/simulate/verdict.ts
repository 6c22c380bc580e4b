/** A meeting as the table has it, with the instants of its slot. */
export type KeptMeeting = {
  readonly id: string
  readonly host: string
  readonly visitor: string
  readonly place: string
  readonly slot: number
  readonly state: string
  readonly sequence: number
}

export type Span = { readonly starts: number; readonly ends: number }

/** Who or what is in two meetings at one time, reckoned from the meetings and the instants of their slots alone. */
export function overlapsOf(meetings: readonly KeptMeeting[], slots: readonly Span[]): string[] {
  const standing = meetings.filter(({ state }) => state === 'planned' || state === 'held')
  const byHolder = new Map<string, KeptMeeting[]>()
  for (const meeting of standing)
    for (const held of [meeting.host, meeting.visitor, meeting.place])
      byHolder.set(held, [...(byHolder.get(held) ?? []), meeting])
  return [...byHolder].flatMap(([held, own]) =>
    own.flatMap((one, at) =>
      own.slice(at + 1).flatMap((other) => {
        const [a, b] = [slots[one.slot], slots[other.slot]]
        if (a === undefined || b === undefined) return [`${held}: a slot that is none`]
        return a.starts < b.ends && b.starts < a.ends ? [`${held} in slots ${one.slot} and ${other.slot}`] : []
      }),
    ),
  )
}

/** A meeting as an answer said that it is from now on. */
export type Acknowledged = Pick<KeptMeeting, 'id' | 'slot' | 'place' | 'state' | 'sequence'>

/** Answers that the table knows nothing of: the meeting is not there, is older, or is as old and another. */
export function lostOf(acknowledged: readonly Acknowledged[], meetings: readonly KeptMeeting[]): string[] {
  const kept = new Map(meetings.map((one) => [one.id, one]))
  return acknowledged.flatMap((said) => {
    const row = kept.get(said.id)
    if (row === undefined) return [`${said.id} is not there`]
    if (row.sequence < said.sequence) return [`${said.id} is older than acknowledged`]
    const same = row.slot === said.slot && row.place === said.place && row.state === said.state
    return row.sequence === said.sequence && !same ? [`${said.id} is not what was acknowledged`] : []
  })
}

/** A list of meetings in a form in which two that say the same are equal. */
export const lineOf = (
  meetings: readonly Pick<KeptMeeting, 'id' | 'slot' | 'place' | 'state' | 'sequence'>[],
): string =>
  meetings
    .map(({ id, slot, place, state, sequence }) => `${id} ${slot} ${place} ${state} ${sequence}`)
    .toSorted()
    .join('\n')
