import type { SessionView } from '@enlace/contracts'
import { asId, type MemberRole, type OrganisationId, type OrganisationKind, type UserId } from '@enlace/domain'

export const sampleOrganisationId = asId<OrganisationId>('00000000-0000-4000-8000-0000000000aa')
const names: Readonly<Record<OrganisationKind, string>> = {
  buyer: 'Cobre Austral',
  supplier: 'Biotack Andina',
  agency: 'ProComercio Lima',
  expert: 'Ana Quispe, process engineer',
  funder: 'Fondo Andino',
  platform: 'Enlace',
}

/** Nobody, where one click signs in. */
export const anonymousSession: SessionView = {
  person: null,
  organisation: null,
  role: null,
  organisations: [],
  demo: true,
  locale: null,
}

/** A member of an organisation of this kind who could act for a second one too. */
export function sessionOf(kind: OrganisationKind, role: MemberRole = 'owner'): SessionView {
  const organisation = { id: sampleOrganisationId, name: names[kind], kind }
  const other = {
    id: asId<OrganisationId>('00000000-0000-4000-8000-0000000000bb'),
    name: 'Ferrolima',
    kind: 'supplier' as const,
    role,
  }
  return {
    person: {
      id: asId<UserId>('00000000-0000-4000-8000-0000000000cc'),
      name: 'Ana Quispe',
      email: 'ana@example.test',
      hasPassword: true,
      twoFactor: false,
    },
    organisation,
    role,
    organisations: [{ ...organisation, role }, other],
    demo: true,
    locale: 'en',
  }
}
