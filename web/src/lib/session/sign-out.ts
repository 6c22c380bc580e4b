import { signOut as endSession } from '@enlace/contracts'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import { problemWords } from '$lib/api/problem-words.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'

/** Ends the session and leaves with a fresh page, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await call(endSession, {})
    live.close()
    const { forgetDevice } = await import('$lib/door/forget.ts')
    await forgetDevice()
    location.assign('/')
  } catch (error) {
    toasts.say(problemWords(error).title, { tone: 'bad' })
  }
}
