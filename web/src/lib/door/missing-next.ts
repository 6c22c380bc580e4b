import type { DoorView } from '@enlace/contracts'
import type { DoorRecord } from './door-record.svelte.ts'

/** Who is not here yet of those who meet in the slot that comes next; null where no meeting is to come. */
export function missingNext(
  { slots }: DoorView,
  { meetings, checkInOf }: Pick<DoorRecord, 'meetings' | 'checkInOf'>,
): { readonly startsAt: string; readonly missing: readonly string[] } | null {
  const now = new Date().toISOString()
  const planned = meetings.filter(({ state, endsAt }) => state === 'planned' && endsAt > now)
  const slot = Math.min(...planned.map((meeting) => meeting.slot))
  const startsAt = slots[slot]?.startsAt
  if (startsAt === undefined) return null
  const awaited = planned.filter((meeting) => meeting.slot === slot).flatMap(({ host, visitor }) => [host, visitor])
  const missing = awaited.filter(({ participantId }) => checkInOf(participantId) === null).map(({ name }) => name)
  return { startsAt, missing: [...new Set(missing)].toSorted() }
}
