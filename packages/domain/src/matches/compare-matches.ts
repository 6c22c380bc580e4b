import type { Match } from './match.ts'
import { isBarred } from './weigh.ts'

type Ranked = Pick<Match, 'score' | 'buyerScore' | 'supplierId' | 'gates'>

/**
 * Best first, those a gate bars last, as they score nothing and others that score nothing come before them; ties by the
 * supplier's id, so that every machine lists alike.
 */
export const compareMatches = (a: Ranked, b: Ranked): number =>
  b.score - a.score ||
  Number(isBarred(a)) - Number(isBarred(b)) ||
  b.buyerScore - a.buyerScore ||
  (a.supplierId < b.supplierId ? -1 : a.supplierId > b.supplierId ? 1 : 0)
