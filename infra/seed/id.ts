import type { Random } from './random.ts'

/** An id in the form of a version 7 uuid: it sorts by the given instant, and the rest is the seed's chance. */
export function idAt(random: Random, instantMs: number): string {
  const time = Math.floor(instantMs).toString(16).padStart(12, '0')
  const hex = (digits: number): string =>
    random
      .int(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0')
  const variant = (8 + random.int(0, 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
}
