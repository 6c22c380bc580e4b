const dayMs = 86_400_000

/** Whole days from one ISO date to another (yyyy-mm-dd, UTC); below zero when `to` lies before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs)

/** The later of an ISO date and another that may be open. */
export const laterDate = (date: string, other: string | null): string => (other !== null && other > date ? other : date)
