const dayMs = 86_400_000

/** The day so many days after another (yyyy-mm-dd). */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** An instant in the working hours of the day so many days after another, as milliseconds. */
export const instantAfter = (day: string, days: number, share: number): number =>
  Date.parse(day) + days * dayMs + Math.floor((13 + 9 * share) * 3_600_000)
