const minuteMs = 60_000

/** Minutes and seconds, rounded up, so that nothing stands at zero before it is over; with hours where there are any. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const parts = [...(hours > 0 ? [hours] : []), minutes, seconds % 60]
  return parts.map((part, at) => (at === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}

/** How many minutes a warning says are left: five or one; null before. */
export const warningAt = (ms: number): 1 | 5 | null => (ms <= 0 || ms > 5 * minuteMs ? null : ms > minuteMs ? 5 : 1)
