import type { OrganisationKind } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import {
  building,
  bulb,
  calendar,
  chart,
  factory,
  handshake,
  gavel,
  inbox,
  layers,
  list,
  lock,
  mail,
  passport,
  people,
  pulse,
  queue,
  scale,
  sparkle,
  star,
  target,
  upload,
} from '../ui/icons.ts'

/** A noun one can go to. */
export type Noun = { readonly id: string; readonly href: string; readonly label: () => string; readonly icon: string }

const noun = (id: string, label: () => string, icon: string, href = `/${id}`): Noun => ({ id, href, label, icon })

const innovations = noun('innovations', m.shell_innovations, sparkle)
const matchdays = noun('matchdays', m.shell_matchdays, calendar)
const calls = noun('calls', m.shell_calls, gavel)

const nouns: Readonly<Record<OrganisationKind, readonly Noun[]>> = {
  buyer: [
    noun('needs', m.shell_needs, list),
    calls,
    noun('challenges', m.shell_challenges, bulb),
    noun('suppliers', m.shell_suppliers, factory),
    noun('linkages', m.shell_linkages, handshake),
    matchdays,
    innovations,
  ],
  supplier: [
    noun('for-you', m.shell_for_you, star),
    calls,
    noun('passport', m.shell_passport, passport),
    noun('gaps', m.shell_gaps, target),
    noun('linkages', m.shell_linkages, handshake),
    noun('open-needs', m.shell_open_needs, list),
    noun('challenges', m.shell_challenges, bulb),
    matchdays,
    innovations,
  ],
  agency: [
    noun('firms', m.shell_firms, people),
    matchdays,
    noun('demand', m.shell_demand, chart),
    noun('imports', m.shell_imports, upload),
    noun('linkages', m.shell_linkages, handshake),
    noun('fairness', m.shell_fairness, layers),
    noun('challenges', m.shell_challenges, bulb),
    calls,
    innovations,
  ],
  expert: [noun('suppliers', m.shell_suppliers, factory), noun('open-needs', m.shell_open_needs, list), calls],
  funder: [noun('suppliers', m.shell_suppliers, factory), noun('open-needs', m.shell_open_needs, list), calls],
  platform: [
    noun('status', m.shell_status, pulse),
    noun('queues', m.shell_queues, queue),
    noun('models', m.shell_models, scale),
    noun('fairness', m.shell_fairness, layers),
    noun('audit', m.shell_audit, lock),
  ],
}
const organisation = noun('organisation', m.shell_organisation, building)
const mailbox = noun('mailbox', m.shell_mailbox, mail)
const welcome = noun('welcome', m.shell_welcome, inbox)

/** Where a person of this kind of organisation can go; null while they belong to none. */
export const nounsOf = (kind: OrganisationKind | null, demo: boolean): readonly Noun[] => [
  ...(kind === null ? [welcome] : [...nouns[kind], organisation]),
  ...(demo ? [mailbox] : []),
]

const roomAtTheThumb = 5

/** What a phone's bar shows and what it keeps behind "More": all where there is room for all, else one fewer beside "More". */
export const atTheThumb = (
  all: readonly Noun[],
): { readonly shown: readonly Noun[]; readonly further: readonly Noun[] } => {
  const shown = all.length > roomAtTheThumb ? roomAtTheThumb - 1 : all.length
  return { shown: all.slice(0, shown), further: all.slice(shown) }
}

/** The page a person starts on. */
export const startOf = (kind: OrganisationKind | null): string =>
  kind === null ? welcome.href : (nouns[kind][0]?.href ?? organisation.href)

/** Whether the address belongs to the noun: the noun's own page or one below it. */
export const isWithin = ({ href }: Noun, path: string): boolean => path === href || path.startsWith(`${href}/`)
