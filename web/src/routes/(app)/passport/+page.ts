import { redirect } from '@sveltejs/kit'
import { session } from '$lib/session/session.svelte.ts'
import type { PageLoad } from './$types'

/** An agency has no passport of its own; it comes to those of its firms from their list. */
export const load: PageLoad = async ({ url }) => {
  const { organisation } = await session.load()
  if (organisation?.kind === 'agency' && !url.searchParams.has('firm')) redirect(307, '/firms')
}
