import type { NumberKind } from './number-format.ts'

const daySeconds = 86_400
/** Day 0 of the two systems of dates, as days since 1970. */
const epochs = { 1900: -25_569, 1904: -24_107 } as const
export type DateSystem = keyof typeof epochs
/** The 31st of December 9999, the last day that a spreadsheet knows. */
const lastDay = 2_932_896

/** A spreadsheet's number of a day, from a moment. */
export const toSerial = (at: Date): number => at.getTime() / 1000 / daySeconds - epochs[1900]

/** The day, the time or both that a number stands for; null where it stands for none. */
export function fromSerial(serial: number, kind: NumberKind, system: DateSystem): string | null {
  const seconds = Math.round(serial * daySeconds)
  const whole = Math.floor(seconds / daySeconds)
  // The 1900 system has a 29th of February 1900, which never was; days before it are one off.
  const day = whole + epochs[system] + (system === 1900 && whole < 60 ? 1 : 0)
  if (serial < 0 || day > lastDay) return null
  const text = new Date((day * daySeconds + (seconds - whole * daySeconds)) * 1000).toISOString()
  const time = text.slice(11, text.endsWith(':00.000Z') ? 16 : 19)
  if (kind === 'time') return time
  return kind === 'day' || time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`
}
