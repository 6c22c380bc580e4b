import { languages, readerLocale } from '$lib/locale/locale.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { session } from '$lib/session/session.svelte.ts'
import { signOut } from '$lib/session/sign-out.ts'
import { switchOrganisation } from '$lib/session/switch-organisation.ts'
import { theme, themes } from '$lib/theme/theme.svelte.ts'
import { bell, building, gavel, globe, leave, list, monitor, moon, person, plus, sun } from '$lib/ui/icons.ts'
import type { Command } from './commands.svelte.ts'
import { nounsOf } from './navigation.ts'

const themeCommands = (): readonly Command[] => {
  const words = { system: m.shell_theme_system, light: m.shell_theme_light, dark: m.shell_theme_dark }
  const icons = { system: monitor, light: sun, dark: moon }
  return themes
    .filter((id) => id !== theme.current)
    .map((id) => ({
      id: `theme-${id}`,
      label: m.shell_use_theme({ theme: words[id]() }),
      group: 'settings',
      icon: icons[id],
      run: () => theme.choose(id),
    }))
}

const acts = (): readonly Command[] => [
  ...(session.may('need.post')
    ? [
        {
          id: 'post-need',
          label: m.shell_post_need(),
          group: 'page' as const,
          icon: plus,
          href: '/needs/new',
          keywords: m.shell_post_need_keywords(),
        },
      ]
    : []),
  ...(session.may('call.write')
    ? [{ id: 'new-call', label: m.calls_new(), group: 'page' as const, icon: gavel, href: '/calls/new' }]
    : []),
  ...(session.may('import.run')
    ? [{ id: 'import', label: m.shell_import_list(), group: 'page' as const, icon: list, href: '/imports' }]
    : []),
]

/** Everything that can be done from every page: go somewhere, act for somebody else, change language or theme, leave. */
export const shellCommands = (): readonly Command[] => [
  ...acts(),
  ...nounsOf(session.kind, session.view?.demo ?? false).map((noun): Command => ({
    id: `go-${noun.id}`,
    label: noun.label(),
    group: 'go',
    icon: noun.icon,
    href: noun.href,
  })),
  ...(session.may('saved-search.keep')
    ? [{ id: 'go-alerts', label: m.shell_alerts(), group: 'go' as const, icon: bell, href: '/alerts' }]
    : []),
  { id: 'go-account', label: m.shell_account(), group: 'go', icon: person, href: '/account' },
  ...(session.view?.organisations ?? [])
    .filter((organisation) => organisation.id !== session.organisation?.id)
    .map((organisation): Command => ({
      id: `act-${organisation.id}`,
      label: m.shell_act_for({ name: organisation.name }),
      group: 'settings',
      icon: building,
      run: () => void switchOrganisation(organisation.id),
    })),
  ...languages
    .filter(({ id }) => id !== readerLocale.current)
    .map(({ id, name }): Command => ({
      id: `language-${id}`,
      label: name,
      hint: m.shell_language(),
      group: 'settings',
      icon: globe,
      run: () => readerLocale.choose(id),
    })),
  ...themeCommands(),
  { id: 'sign-out', label: m.shell_sign_out(), group: 'settings', icon: leave, run: () => void signOut() },
]
