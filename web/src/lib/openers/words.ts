import type { SealingCode } from '@enlace/sealing'
import { problemWords } from '../api/problem-words.ts'
import { m } from '../paraglide/messages.js'

const words: Readonly<Partial<Record<SealingCode, () => string>>> = {
  'sealing.wrong-passphrase': m.openers_wrong_passphrase,
  'sealing.malformed': m.openers_no_backup,
  'sealing.unsupported': m.openers_unsupported,
}

/** What went wrong with a key, in the reader's language. */
export function keyFaultWords(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  const known = words[code as SealingCode]
  return known === undefined ? problemWords(error).text : known()
}
