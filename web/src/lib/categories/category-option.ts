import type { CategoryCode } from '@enlace/domain'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import type { Option } from '$lib/ui/option.ts'

/** A category as something to choose, under the name it goes by. */
export const categoryOption = (code: CategoryCode, label: string): Option => ({
  value: `${code.scheme} ${code.code}`,
  label,
  hint: code.code,
})

/** The category that was chosen. */
export const categoryOf = ({ value }: Option): CategoryCode => {
  const [scheme = 'CPV', code = ''] = value.split(' ')
  return { scheme: scheme as CategoryCode['scheme'], code }
}

/** Categories that the words speak of, best first; what reads them is fetched with the first question. */
export async function suggestCategory(typed: string): Promise<readonly Option[]> {
  const { suggestCategories } = await import('./category-suggestions.ts')
  return suggestCategories(typed, readerLocale.current, 8).map(({ code, label }) => categoryOption(code, label))
}

/** The same for words that nobody asked about: too few of them, or no network, and nothing is offered. */
export const offerCategories = async (words: string): Promise<readonly Option[]> =>
  words.trim().length < 4 ? [] : suggestCategory(words).catch(() => [])
