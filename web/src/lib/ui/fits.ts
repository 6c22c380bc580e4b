import { readerLocale } from '$lib/locale/locale.svelte.ts'

/** Whether a name holds what was typed, whatever its capitals. */
export const fits = (name: string, typed: string): boolean =>
  name.toLocaleLowerCase(readerLocale.current).includes(typed.trim().toLocaleLowerCase(readerLocale.current))
