type Slot = { readonly startsAt: string; readonly endsAt: string }

/** Which slot runs at an instant (ms since 1970) and which comes next; null where there is none. */
export function nowAndNext(
  slots: readonly Slot[],
  now: number,
): { readonly running: number | null; readonly next: number | null } {
  const running = slots.findIndex(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt))
  const next = slots.findIndex(({ startsAt }) => Date.parse(startsAt) > now)
  return { running: running < 0 ? null : running, next: next < 0 ? null : next }
}

/** Where the line of the present stands on a row of slots, in slots: 2.5 is half through the third; between two it stands still. */
export function nowLine(slots: readonly Slot[], now: number): number | null {
  const { running, next } = nowAndNext(slots, now)
  const slot = running === null ? undefined : slots[running]
  if (running === null || slot === undefined) return next === null || next === 0 ? null : next
  const [starts, ends] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)]
  return running + (now - starts) / (ends - starts)
}
