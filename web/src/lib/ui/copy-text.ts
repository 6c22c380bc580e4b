import { toasts } from './toasts.svelte.ts'

/** Copies a text and says so; where the browser does not let it, says what else to do, or nothing where the text stands on the page. */
export async function copyText(text: string, copied: string, instead?: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toasts.say(copied)
  } catch {
    if (instead !== undefined) toasts.say(instead, { tone: 'bad' })
  }
}
