import { fits } from '$lib/ui/fits.ts'
import type { Option } from '$lib/ui/option.ts'

/** Certificates that buyers ask for by this name, by an older or by a local one. */
export async function suggestSchemes(typed: string): Promise<readonly Option[]> {
  const { certificateSchemes } = await import('./schemes.ts')
  return certificateSchemes()
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => fits(one, typed)))
    .slice(0, 8)
    .map(({ name }) => ({ value: name, label: name }))
}
