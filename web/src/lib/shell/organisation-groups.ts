import { m } from '$lib/paraglide/messages.js'
import { kindWords } from '$lib/session/kind-words.ts'
import { session } from '$lib/session/session.svelte.ts'
import { switchOrganisation } from '$lib/session/switch-organisation.ts'
import type { MenuGroup } from '$lib/ui/menu.ts'

/** The organisations one may act for, as a menu shows them. */
export const organisationGroups = (): readonly MenuGroup[] => [
  {
    title: m.shell_acting_for(),
    items: (session.view?.organisations ?? []).map(({ id, name, kind }) => ({
      label: name,
      hint: kindWords(kind),
      chosen: id === session.organisation?.id,
      run: () => void switchOrganisation(id),
    })),
  },
  { items: [{ label: m.shell_new_organisation(), href: '/welcome' }] },
]
