import type { SizeBand } from '@enlace/domain'
import { m } from '../paraglide/messages.js'

/** What firms of a size are called. */
export const sizeWords: Readonly<Record<SizeBand, () => string>> = {
  micro: m.matches_size_micro,
  small: m.matches_size_small,
  medium: m.matches_size_medium,
  large: m.matches_size_large,
}
