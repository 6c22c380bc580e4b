import { countries, languages } from '@enlace/taxonomy'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import type { Option } from '$lib/ui/option.ts'
import { fits } from '$lib/ui/fits.ts'

type Named = { readonly code: string; readonly name: string }
const among = (named: readonly Named[], typed: string): readonly Option[] =>
  named
    .filter(({ name }) => fits(name, typed))
    .slice(0, 8)
    .map(({ code, name }) => ({ value: code, label: name, hint: code }))

/** Countries whose name holds what was typed. */
export const suggestCountries = async (typed: string): Promise<readonly Option[]> =>
  among(countries(readerLocale.current), typed)

/** Languages whose name holds what was typed. */
export const suggestLanguages = async (typed: string): Promise<readonly Option[]> =>
  among(languages(readerLocale.current), typed)
