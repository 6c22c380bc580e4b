import type { CategoryCode } from '@enlace/domain'
import { categoryLabel, certificateSchemes, countries, languages, suggestCategories } from '@enlace/taxonomy'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import type { Option } from '$lib/ui/option.ts'

const fits = (label: string, typed: string): boolean =>
  label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase())

export const suggestSchemes = async (typed: string): Promise<readonly Option[]> =>
  certificateSchemes()
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => fits(one, typed)))
    .slice(0, 8)
    .map(({ name }) => ({ value: name, label: name }))
export const suggestCountries = async (typed: string): Promise<readonly Option[]> =>
  countries(readerLocale.current)
    .filter(({ name }) => fits(name, typed))
    .slice(0, 8)
    .map(({ code, name }) => ({ value: code, label: name, hint: code }))
export const suggestLanguages = async (typed: string): Promise<readonly Option[]> =>
  languages(readerLocale.current)
    .filter(({ name }) => fits(name, typed))
    .slice(0, 8)
    .map(({ code, name }) => ({ value: code, label: name, hint: code }))

export const categoryOption = (code: CategoryCode): Option => ({
  value: `${code.scheme} ${code.code}`,
  label: categoryLabel(code, readerLocale.current),
  hint: code.code,
})
export const categoryOf = ({ value }: Option): CategoryCode => {
  const [scheme = 'CPV', code = ''] = value.split(' ')
  return { scheme: scheme as CategoryCode['scheme'], code }
}
export const suggestCategory = async (typed: string): Promise<readonly Option[]> =>
  suggestCategories(typed, readerLocale.current, 8).map(({ code, label }) => ({
    value: `${code.scheme} ${code.code}`,
    label,
    hint: code.code,
  }))
