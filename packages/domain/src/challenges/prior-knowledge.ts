import type { NeedId } from '../brand.ts'

/**
 * What of a buyer's statement is stamped: whoever has the salt and the statement makes the same text, and its SHA-256 with
 * any tool. The salt keeps a short statement from being guessed by its stamp.
 */
export const priorText = (needId: NeedId, salt: string, statement: string): string =>
  `enlace-prior-knowledge-1\n${needId}\n${salt}\n${statement}`
