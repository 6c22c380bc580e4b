import type { DoorView } from '@enlace/contracts'

type Badge = DoorView['badges'][number]

/** The badge whose picture holds this, or whose code or number was typed; null where there is none. */
export async function findBadge(badges: readonly Badge[], given: string): Promise<Badge | null> {
  const typed = given.trim()
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  const known = badges.find((badge) => badge.code === code || String(badge.number) === code)
  if (known !== undefined) return known
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(typed))
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return badges.find((badge) => badge.hash === hash) ?? null
}
