const key = 'enlace-clock-ahead'

/** How many ms the server's clock was ahead of this device's when it was last heard. */
export const clockOffset = (): number => Number(localStorage.getItem(key) ?? 0)

/** Measures it by an answer that says the server's time; it was said about half way between asking and hearing. */
export function hearClock(now: string, askedAt: number, heardAt = Date.now()): void {
  localStorage.setItem(key, String(Math.round(Date.parse(now) - (askedAt + heardAt) / 2)))
}
