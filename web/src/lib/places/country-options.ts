import { countries } from '@enlace/taxonomy'
import type { Option } from '$lib/ui/option.ts'

const lists = new Map<string, readonly Option[]>()

/** Every country in the alphabet of a language; sorted once, as a form may ask several times. */
export function countryOptions(locale: string): readonly Option[] {
  const list = lists.get(locale) ?? countries(locale).map(({ code, name }) => ({ value: code, label: name }))
  lists.set(locale, list)
  return list
}
