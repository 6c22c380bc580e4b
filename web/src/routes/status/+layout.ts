import { session } from '$lib/session/session.svelte.ts'
import type { LayoutLoad } from './$types'

/** The page must stand when the service does not: who looks at it decides only the frame. */
export const load: LayoutLoad = async () => {
  await session.load().catch(() => null)
}
