import { redirect } from '@sveltejs/kit'
import { session } from '$lib/session/session.svelte.ts'
import type { LayoutLoad } from './$types'

/** Without an organisation there is none to show; the person chooses or founds one first. */
export const load: LayoutLoad = async ({ parent }) => {
  await parent()
  const { organisation } = await session.load()
  if (organisation === null) redirect(307, '/welcome')
  return { organisation }
}
