import { languages, readerLocale } from '$lib/locale/locale.svelte.ts'
import { untrack } from 'svelte'

/** Lets the page speak a matchday's language, where it can, until the returned function gives the reader's own back. */
export function speakFor(language: string): () => void {
  const before = untrack(() => readerLocale.current)
  // Whoever calls this in an effect must not be called again by what it changes.
  const show = (locale: typeof before): void =>
    untrack(() => {
      readerLocale.current = locale
      readerLocale.reflect()
    })
  show(languages.find(({ id }) => id === language)?.id ?? before)
  return () => show(before)
}
