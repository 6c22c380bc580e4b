import { problemWords } from '$lib/api/problem-words.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import type { Weighing } from './weighing.svelte.ts'

/** Begins to try weights on a need's list; how a list is weighed comes only when somebody asks for it. */
export async function openWeighing(...of: ConstructorParameters<typeof Weighing>): Promise<Weighing | null> {
  try {
    const weighing = await import('./weighing.svelte.ts')
    return new weighing.Weighing(...of)
  } catch (error) {
    toasts.say(problemWords(error).text, { tone: 'bad' })
    return null
  }
}
