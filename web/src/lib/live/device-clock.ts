const key = 'enlace-device-clock'

/** How many ms the server's clock is ahead of this device's, give or take; and when, by the device's, it was heard. */
type Reading = { readonly ahead: number; readonly within: number; readonly heardAt: number }

// Crystals of phones drift by some 50 ms in a quarter of an hour at worst.
const goodForMs = 900_000
const wellKnownMs = 100

function read(): Reading | null {
  const kept = localStorage.getItem(key)
  return kept === null ? null : (JSON.parse(kept) as Reading)
}

/** How many ms the server's clock was ahead of this device's by the best that was heard. */
export const clockOffset = (): number => read()?.ahead ?? 0

/** Whether the server's clock is known to a tenth of a second. */
export const isClockKnown = (): boolean => (read()?.within ?? Infinity) <= wellKnownMs

/** Of two readings the narrower, unless it is old or the other shows that a clock has been set since. */
export function betterReading(kept: Reading | null, fresh: Reading): Reading {
  if (kept === null || fresh.within <= kept.within) return fresh
  const old = Math.abs(fresh.heardAt - kept.heardAt) > goodForMs
  const set = Math.abs(fresh.ahead - kept.ahead) > fresh.within + kept.within
  return old || set ? fresh : kept
}

/**
 * Measures it by an answer that says the server's time: it was said somewhere between asking and hearing, and the
 * quicker an answer came the better it tells (Cristian, Probabilistic clock synchronization, 1989).
 */
export function hearClock(now: string, askedAt: number, heardAt = Date.now()): void {
  const ahead = Math.round(Date.parse(now) - (askedAt + heardAt) / 2)
  const fresh = { ahead, within: Math.ceil((heardAt - askedAt) / 2), heardAt }
  localStorage.setItem(key, JSON.stringify(betterReading(read(), fresh)))
}
