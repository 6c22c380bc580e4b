import type { EntryId, FileId, OrganisationId, PassportId } from '../brand.ts'
import type { CategoryCode } from '../categories/category.ts'
import type { Exclusions } from '../exclusions/exclusion.ts'
import type { Glossary } from '../glossary/glossary.ts'
import type { LanguageSkill, Money, Place, Quantity } from '../place.ts'

/** Facts that rules compute on; null means not stated, never zero. */
export type OrganisationFacts = {
  readonly country: string | null
  readonly region: string | null
  readonly sites: readonly Place[]
  /** Share owned by local people or firms, 0..100. */
  readonly localOwnershipPercent: number | null
  readonly womenOwnershipPercent: number | null
  readonly staff: number | null
  readonly turnover: (Money & { readonly year: number }) | null
  readonly balance: (Money & { readonly year: number }) | null
  readonly foundedYear: number | null
  readonly languages: readonly LanguageSkill[]
  /** ISO 3166-1 alpha-2 countries exported to. */
  readonly exportCountries: readonly string[]
  readonly exportPercent: number | null
  /** Share of turnover spent on research and development, 0..100. */
  readonly researchPercent: number | null
  readonly patents: number | null
}

/** One thing a supplier does. */
export type Capability = {
  readonly id: EntryId
  readonly text: string
  readonly categories: readonly CategoryCode[]
  readonly capacity: Quantity | null
  readonly leadTimeDays: number | null
  readonly minimumOrder: Quantity | null
}

/** One thing a supplier did. */
export type Reference = {
  readonly id: EntryId
  readonly text: string
  readonly categories: readonly CategoryCode[]
  readonly customer: string | null
  readonly year: number | null
  readonly value: Money | null
  readonly place: Place | null
  readonly confirmedByCustomer: boolean
}

export type Certificate = {
  readonly id: EntryId
  /** A scheme name such as "ISO 9001", "BRCGS", "HACCP". */
  readonly scheme: string
  readonly scope: string | null
  readonly issuer: string | null
  readonly number: string | null
  readonly issuedOn: string | null
  readonly expiresOn: string | null
  readonly fileId: FileId | null
  /** The organisation that looked at the paper, where one did. */
  readonly verifiedBy: OrganisationId | null
}

export const passportFields = [
  'turnover',
  'balance',
  'localOwnershipPercent',
  'womenOwnershipPercent',
  'staff',
  'references',
  'certificates',
  'minimumOrder',
  'contact',
] as const
export type PassportField = (typeof passportFields)[number]
export const visibilities = ['everyone', 'matched', 'nobody'] as const
/** everyone: any signed-in organisation; matched: buyers of a need it is matched with and its agency; nobody: own staff. */
export type Visibility = (typeof visibilities)[number]
export type FieldVisibility = Partial<Readonly<Record<PassportField, Visibility>>>

export type PassportContent = {
  readonly headline: string
  readonly about: string
  /** ISO 639-1 language the texts are written in. */
  readonly language: string
  readonly website: string | null
  readonly contactEmail: string | null
  readonly facts: OrganisationFacts
  readonly capabilities: readonly Capability[]
  readonly references: readonly Reference[]
  readonly certificates: readonly Certificate[]
  readonly visibility: FieldVisibility
}

export const passportStates = ['draft', 'published', 'withdrawn'] as const
export type PassportState = (typeof passportStates)[number]

export type Passport = PassportContent & {
  readonly id: PassportId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly state: PassportState
  /** Rises by one with every publication; 0 while it was never published. */
  readonly version: number
  readonly publishedAt: string | null
  /** Entries that others published first, word for word; they count for nothing. */
  readonly copied?: readonly EntryId[]
  /** What its supplier says means the same in its trade; it is found by that too. */
  readonly glossary?: Glossary
  /** What it and others say about grounds for which buyers exclude. */
  readonly exclusions?: Exclusions
}

/** The facts of a supplier about whom nothing is stated. */
export const unstatedFacts: OrganisationFacts = {
  country: null,
  region: null,
  sites: [],
  localOwnershipPercent: null,
  womenOwnershipPercent: null,
  staff: null,
  turnover: null,
  balance: null,
  foundedYear: null,
  languages: [],
  exportCountries: [],
  exportPercent: null,
  researchPercent: null,
  patents: null,
}

/** A passport that says nothing yet. */
export const blankPassport: PassportContent = {
  headline: '',
  about: '',
  language: 'en',
  website: null,
  contactEmail: null,
  facts: unstatedFacts,
  capabilities: [],
  references: [],
  certificates: [],
  visibility: {},
}
