import { session } from '$lib/session/session.svelte.ts'
import type { LayoutLoad } from './$types'

/** Mail lets people in, so it is read signed in or not: who looks at it decides only the frame. */
export const load: LayoutLoad = async () => {
  await session.load().catch(() => null)
}
