import { redirect } from '@sveltejs/kit'
import { session } from '$lib/session/session.svelte.ts'
import type { LayoutLoad } from './$types'

/** Nobody sees these pages without being signed in; where to come back to is kept. */
export const load: LayoutLoad = async ({ url }) => {
  const { person } = await session.load()
  if (person === null) redirect(307, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
}
