import { session } from '$lib/session/session.svelte.ts'
import type { LayoutLoad } from './$types'

const patienceMs = 400

/**
 * These pages stand without an answer: who is signed in only adds the demo's doors and the way to one's own page. The
 * answer mostly comes before the page is drawn, and then nothing moves to make room; nobody waits long for it.
 */
export const load: LayoutLoad = () =>
  Promise.race([
    session.load().then(
      () => undefined,
      () => undefined,
    ),
    new Promise<void>((resolve) => setTimeout(resolve, patienceMs)),
  ])
