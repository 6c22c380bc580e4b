const formats = new Map<string, Intl.DateTimeFormat>()

/** @throws RangeError where there is no such zone */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** What the clock on the wall of a zone shows at an instant (ms since 1970), as if it were UTC. */
function shownAt(zone: string, instant: number): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const dayMs = 86_400_000

/**
 * The instants (ms since 1970) at which the clock of a zone shows a date (yyyy-mm-dd) and a time (hh:mm): none in the
 * hour that a change to summer time leaves out, two in the hour that the change back repeats, else one.
 * @throws RangeError where there is no such zone
 */
export function instantsOf(zone: string, date: string, time: string): number[] {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  // No zone changes its clock twice within two days, so its offset is that of the day before or of the day after.
  const offsets = new Set([wanted - dayMs, wanted + dayMs].map((near) => shownAt(zone, near) - near))
  return [...offsets]
    .map((offset) => wanted - offset)
    .filter((instant) => shownAt(zone, instant) === wanted)
    .toSorted((a, b) => a - b)
}
