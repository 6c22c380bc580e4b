/** A span of time in at most two units, the larger first. */
export type Left = { readonly days: number; readonly hours: number; readonly minutes: number; readonly seconds: number }

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** What is left of a span in milliseconds, cut to its larger units; null where nothing is left. */
export const leftOf = (ms: number): Left | null =>
  ms <= 0
    ? null
    : {
        days: Math.floor(ms / dayMs),
        hours: Math.floor((ms % dayMs) / hourMs),
        minutes: Math.floor((ms % hourMs) / minuteMs),
        seconds: Math.floor((ms % minuteMs) / 1000),
      }

/** Under an hour every second is shown, and the colour says that it is late. */
export const isUrgent = (ms: number): boolean => ms > 0 && ms < hourMs
