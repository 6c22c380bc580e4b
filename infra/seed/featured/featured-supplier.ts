import {
  asId,
  type Capability,
  type Certificate,
  type EntryId,
  type OrganisationFacts,
  type OrganisationId,
  type PassportContent,
  type Quantity,
  type Reference,
} from '@enlace/domain'
import { unstatedFacts } from '@enlace/domain'
import { cpvCode } from '@enlace/taxonomy'
import { dayAfter } from '../day.ts'
import { idAt } from '../id.ts'
import type { Random } from '../random.ts'
import { localMoney, townNamed } from '../world.ts'

/** A supplier written by hand, in the short form its author writes. */
export type FeaturedSource = {
  readonly name: string
  readonly country: string
  readonly town: string
  readonly language: string
  readonly headline: string
  readonly about: string
  readonly facts: Partial<OrganisationFacts>
  readonly capabilities: readonly {
    readonly text: string
    readonly codes: string
    readonly capacity: Quantity | null
    readonly leadTimeDays: number | null
    readonly minimumOrder?: Quantity
  }[]
  readonly references: readonly {
    readonly text: string
    readonly codes: string
    readonly customer: string | null
    readonly yearsAgo: number
    readonly dollars: number | null
    readonly confirmed: boolean
  }[]
  /** Days from today to the end of each paper; null for one without an end. */
  readonly certificates: readonly {
    readonly scheme: string
    readonly scope: string
    readonly issuer: string
    readonly endsInDays: number | null
    readonly isVerified: boolean
  }[]
}

const codesOf = (text: string): Capability['categories'] => text.split(' ').map(cpvCode)

function capabilitiesOf(random: Random, source: FeaturedSource, today: string): readonly Capability[] {
  return source.capabilities.map(({ text, codes, capacity, leadTimeDays, minimumOrder }) => ({
    id: asId<EntryId>(idAt(random, Date.parse(dayAfter(today, -300)))),
    text,
    categories: codesOf(codes),
    capacity,
    leadTimeDays,
    minimumOrder: minimumOrder ?? null,
  }))
}

function referencesOf(random: Random, source: FeaturedSource, today: string): readonly Reference[] {
  return source.references.map(({ text, codes, customer, yearsAgo, dollars, confirmed }) => ({
    id: asId<EntryId>(idAt(random, Date.parse(dayAfter(today, -yearsAgo * 365 - 30)))),
    text,
    categories: codesOf(codes),
    customer,
    year: Number(today.slice(0, 4)) - yearsAgo,
    value: dollars === null ? null : localMoney(source.country, dollars),
    place: { ...townNamed(source.country, source.town) },
    confirmedByCustomer: confirmed,
  }))
}

function certificatesOf(
  random: Random,
  source: FeaturedSource,
  today: string,
  agency: OrganisationId,
): readonly Certificate[] {
  return source.certificates.map(({ scheme, scope, issuer, endsInDays, isVerified }) => {
    const expiresOn = endsInDays === null ? null : dayAfter(today, endsInDays)
    const issuedOn = dayAfter(expiresOn ?? today, -3 * 365)
    return {
      id: asId<EntryId>(idAt(random, Date.parse(issuedOn))),
      scheme,
      scope,
      issuer,
      number: `${scheme.replace(/\W/g, '')}-${random.int(10_000, 99_999)}`,
      issuedOn,
      expiresOn,
      fileId: null,
      verifiedBy: isVerified ? agency : null,
    }
  })
}

/** The passport of a supplier written by hand. */
export function featuredPassport(
  random: Random,
  source: FeaturedSource,
  agency: OrganisationId,
  today: string,
): PassportContent {
  const town = townNamed(source.country, source.town)
  return {
    headline: source.headline,
    about: source.about,
    language: source.language,
    website: null,
    contactEmail: null,
    facts: { ...unstatedFacts, country: source.country, region: town.region, sites: [{ ...town }], ...source.facts },
    capabilities: capabilitiesOf(random, source, today),
    references: referencesOf(random, source, today),
    certificates: certificatesOf(random, source, today, agency),
    visibility: { turnover: 'matched', balance: 'nobody' },
  }
}
