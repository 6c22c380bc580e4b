import type { CategoryCode } from '@enlace/domain'
import { readerLocale } from '$lib/locale/locale.svelte.ts'

/** Tells what a category is called in the reader's language. */
export type NameOfCategory = (code: CategoryCode) => string

/** The categories' names: they are many, so only what shows one fetches them. */
export async function loadCategoryNames(): Promise<NameOfCategory> {
  const { categoryLabel } = await import('./category-names.ts')
  return (code) => categoryLabel(code, readerLocale.current)
}
