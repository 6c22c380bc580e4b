import { chooseOrganisation } from '@enlace/contracts'
import { goto } from '$app/navigation'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import { problemWords } from '$lib/api/problem-words.ts'
import { startOf } from '$lib/shell/navigation.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import { session } from './session.svelte.ts'

/** Acts for another organisation from now on and goes to its first page. */
export async function switchOrganisation(organisationId: string): Promise<void> {
  try {
    session.take(await call(chooseOrganisation, { body: { organisationId } }))
    // The connection speaks for the organisation it was opened for.
    live.close()
    await goto(startOf(session.kind), { invalidateAll: true })
  } catch (error) {
    toasts.say(problemWords(error).title, { tone: 'bad' })
  }
}
