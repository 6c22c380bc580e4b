const two = (value: number): string => String(value).padStart(2, '0')

/** An instant as a field for day and time wants it (yyyy-mm-ddThh:mm), by the reader's clock. */
export function localOf(instant: string | null): string {
  if (instant === null) return ''
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The instant that such a field says; null while it is empty or not complete. */
export function instantOf(local: string): string | null {
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(local)) return null
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
