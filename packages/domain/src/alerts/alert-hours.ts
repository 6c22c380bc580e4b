/** When a person wants to be left alone: times of day (hh:mm) by the clocks of a zone; two equal times mean never. */
export type AlertHours = { readonly zone: string; readonly quietFrom: string; readonly quietUntil: string }

/** The night, for whoever has not said otherwise. */
export const usualQuiet = { quietFrom: '20:00', quietUntil: '07:00' } as const

const dayMinutes = 1440
/** A time of day (hh:mm) in minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** When digests come unless it is quiet then. */
export const digestAt = '08:00'

const isWithin = (minutes: number, { quietFrom, quietUntil }: Omit<AlertHours, 'zone'>): boolean => {
  const from = minutesOf(quietFrom)
  const length = (minutesOf(quietUntil) - from + dayMinutes) % dayMinutes
  return (minutes - from + dayMinutes) % dayMinutes < length
}

/** The time of day at which digests come: eight o'clock, or the end of the quiet hours that it lies in. */
export const digestTime = (hours: AlertHours): string =>
  isWithin(minutesOf(digestAt), hours) ? hours.quietUntil : digestAt

/** What the clocks of a zone show: minutes since midnight, and whether it is Monday. */
export type WallClock = { readonly minutes: number; readonly monday: boolean }

const formats = new Map<string, Intl.DateTimeFormat>()
/** Formats are slow to make and are asked for in every step of a search for a time. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const options = { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const format = new Intl.DateTimeFormat('en-US', options)
  formats.set(zone, format)
  return format
}

/** What the clocks of a zone show at an instant. */
export function wallClock(at: Date, zone: string): WallClock {
  const shown = formatOf(zone).format(at)
  return { minutes: minutesOf(shown.slice(-5)), monday: shown.startsWith('Mon') }
}

/** Whether a person is to be left alone at an instant. */
export const isQuiet = (at: Date, hours: AlertHours): boolean => isWithin(wallClock(at, hours.zone).minutes, hours)

/** Whether this is a time zone by its name, such as America/Santiago. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) return false
  try {
    return formatOf(zone).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
