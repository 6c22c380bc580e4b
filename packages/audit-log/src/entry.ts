import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

import { toBase64, utf8, type Bytes } from './bytes.ts'
import { canonicalJson, type Json } from './canonical.ts'
import { leafHash, type Hash } from './hash.ts'

/** What an entry says. It names nobody: people are pseudonyms, and facts a digest whose text is kept outside. */
export type EntryBody = {
  readonly act: string
  readonly actor: string | null
  readonly facts: string
  readonly organisation: string | null
  readonly subject: { readonly [key: string]: string }
}

/** An entry as it is hashed: where it stands, when it came by the database's clock, and the canonical text of its body. */
export type Entry = { readonly index: number; readonly at: string; readonly body: string }

export const bodyText = (body: EntryBody): string => canonicalJson(body)

/** The bytes of a leaf are these three, a line each. */
export const entryHash = ({ index, at, body }: Entry): Hash => leafHash(`${index}\n${at}\n${body}`)

/** What stands in an entry for its facts; the salt keeps anybody from finding them out by trying. */
export const factsDigest = (salt: string, facts: string): string => toBase64(sha256(utf8(`${salt}\n${facts}`)))

/** What stands in entries for a text or a thing of which only the sameness is to be provable. */
export const digestOf = (value: Json): string => toBase64(sha256(utf8(canonicalJson(value))))

/** What stands in entries for a person; without the salt it leads to nobody. */
export const pseudonym = (salt: Bytes, userId: string): string => toBase64(hmac(sha256, salt, utf8(userId)))
