import { createHmac, randomInt } from 'node:crypto'

import { v7 as uuidv7 } from 'uuid'

import type { WornBadge } from '@enlace/contracts'
import { insertBadge, listBadges, type BadgeRow, type Transaction } from '@enlace/database'
import { asId, assert, type BadgeId, type MatchdayId, type MatchdayParticipantId } from '@enlace/domain'
import { hashToken } from '@enlace/identity'

/**
 * What a badge's picture holds: 128 bits that nobody guesses without our secret. It is made of the badge's id, so that its
 * wearer sees the same picture again on any device while the database keeps but its hash.
 */
const tokenOf = (secret: string, id: BadgeId): string =>
  createHmac('sha256', secret).update(`badge ${id}`).digest().subarray(0, 16).toString('base64url')

// Without letters and digits that are mistaken for each other.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const newCode = (): string => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')

/** A badge with what its picture holds. */
export function wear(secret: string, row: BadgeRow): WornBadge {
  const { id, participantId, firm, number, holder, code, voidAt } = row
  return { id, participantId, firm, number, holder, code, voidAt, token: tokenOf(secret, id) }
}

/** Issues a badge at a matchday that is held until the transaction ends. */
export async function writeBadge(
  tx: Transaction,
  secret: string,
  matchdayId: MatchdayId,
  { participantId, holder }: { readonly participantId: MatchdayParticipantId; readonly holder: string },
): Promise<WornBadge> {
  const id = asId<BadgeId>(uuidv7())
  const hash = hashToken(tokenOf(secret, id))
  await insertBadge(tx, matchdayId, { id, participantId, holder, code: newCode(), hash })
  const row = (await listBadges(tx, matchdayId)).find((badge) => badge.id === id)
  assert(row !== undefined, 'who issues a badge sees it')
  return wear(secret, row)
}
