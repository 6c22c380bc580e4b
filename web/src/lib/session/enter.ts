import { goto } from '$app/navigation'
import { waitingPage } from './kept-token.ts'
import { nextPage } from './next-page.ts'
import { session } from './session.svelte.ts'

/** After signing in: to the invitation that waits, to the page that was asked for, or to the first one. */
export async function enter(asked: string | null): Promise<void> {
  await session.load(true)
  await goto(waitingPage() ?? nextPage(asked, session.kind), { invalidateAll: true })
}
