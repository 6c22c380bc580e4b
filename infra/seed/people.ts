import { asId, type MemberRole, type Organisation, type OrganisationKind, type UserId } from '@enlace/domain'
import type { DemoDoor, DemoPerson } from './demo-world.ts'
import { idAt } from './id.ts'
import { personName } from './names.ts'
import type { Random } from './random.ts'

const doors: Readonly<
  Record<
    string,
    { readonly door: DemoDoor; readonly name: string; readonly role: MemberRole; readonly locale: 'en' | 'es' }
  >
> = {
  'Cobre Austral': { door: 'buyer', name: 'Marisol Aravena', role: 'owner', locale: 'en' },
  'Polímeros del Loa': { door: 'supplier', name: 'Lautaro Colque', role: 'owner', locale: 'en' },
  ProVincula: { door: 'agency', name: 'Inés Opazo', role: 'owner', locale: 'en' },
  Enlace: { door: 'admin', name: 'Yara Kolvach', role: 'owner', locale: 'en' },
}

const rolesOf: Readonly<Record<OrganisationKind, readonly MemberRole[]>> = {
  buyer: ['owner', 'buyer'],
  supplier: ['owner'],
  agency: ['owner', 'facilitator'],
  expert: ['owner'],
  funder: ['owner'],
  platform: ['owner'],
}
/** Mail would go to nobody: so many suppliers have somebody who could sign in, and of all others every twelfth. */
const staffedSuppliers = 60
const staffedStep = 12

const peopleEpoch = Date.parse('2024-01-01')
const mailName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')

/** Colleagues of the demo buyer who score what others open. */
const assessors = ['Renata Quispe', 'Joaquín Marileo']

/** The people who can sign in, the four behind the doors among them; their mail addresses lead nowhere. */
export function writePeople(random: Random, organisations: readonly Organisation[]): readonly DemoPerson[] {
  const suppliers = organisations.filter(({ kind }) => kind === 'supplier')
  const staffed = [
    ...organisations.filter(({ kind }) => kind !== 'supplier'),
    ...suppliers.filter((_, order) => order < staffedSuppliers || order % staffedStep === 0),
  ]
  return staffed.flatMap((organisation) => {
    const behind = doors[organisation.name]
    const scoring = behind?.door === 'buyer' ? assessors.map((name) => ['assessor', name] as const) : []
    return [...rolesOf[organisation.kind].map((role) => [role] as const), ...scoring].map(
      ([role, given], order): DemoPerson => {
        const name = behind !== undefined && order === 0 ? behind.name : (given ?? personName(random))
        return {
          id: asId<UserId>(idAt(random, peopleEpoch + order)),
          name,
          email: `${mailName(name)}@${organisation.slug}.example`,
          locale:
            behind?.locale ??
            (organisation.country === 'MY' || organisation.country === 'PT' || organisation.country === 'BR'
              ? 'en'
              : 'es'),
          organisationId: organisation.id,
          role,
          door: order === 0 ? (behind?.door ?? null) : null,
        }
      },
    )
  })
}
