import type { NeedId, OrganisationId } from '../brand.ts'
import type { CategoryCode } from '../categories/category.ts'
import type { ExclusionGround } from '../exclusions/exclusion.ts'
import type { LanguageSkill, Money, Place, Quantity } from '../place.ts'

export const needKinds = ['need', 'challenge'] as const
/** A need has a specification; a challenge is an open problem without a set solution. */
export type NeedKind = (typeof needKinds)[number]

export const needStates = ['draft', 'published', 'closed', 'cancelled'] as const
export type NeedState = (typeof needStates)[number]

/** How the value chain is governed decides the weights (World Bank 2019, section III). */
export const governanceTypes = ['producer-driven', 'buyer-driven', 'open-challenge'] as const
export type GovernanceType = (typeof governanceTypes)[number]

export const confidentialities = ['open', 'alias', 'invited'] as const
/** open: all see who asks; alias: all see the need, not the buyer; invited: only those invited see it. */
export type Confidentiality = (typeof confidentialities)[number]

export type SpecificationRow = {
  readonly text: string
  readonly value: number | null
  readonly unit: string | null
  /** Allowed deviation from `value`, in the same unit. */
  readonly tolerance: number | null
  /** A must-have row is a gate for people to verify; others inform. */
  readonly mandatory: boolean
}

export type RequiredCertificate = { readonly scheme: string; readonly mandatory: boolean }

export type BudgetBand = { readonly min: Money | null; readonly max: Money | null }

/** What the buyer writes; every field but title and text may be left open. */
export type NeedContent = {
  readonly kind: NeedKind
  readonly title: string
  readonly text: string
  /** ISO 639-1 language the text is written in. */
  readonly language: string
  readonly categories: readonly CategoryCode[]
  readonly specification: readonly SpecificationRow[]
  readonly volume: Quantity | null
  /** ISO 8601 dates (yyyy-mm-dd); answers are welcome until the end of `answerBy`. */
  readonly answerBy: string | null
  readonly deliverFrom: string | null
  readonly deliverUntil: string | null
  readonly place: Place | null
  readonly deliveryRadiusKm: number | null
  /** ISO 3166-1 alpha-2 countries a supplier must be in; empty means anywhere. */
  readonly supplierCountries: readonly string[]
  readonly requiredCertificates: readonly RequiredCertificate[]
  readonly languages: readonly LanguageSkill[]
  readonly budget: BudgetBand | null
  readonly governance: GovernanceType
  readonly confidentiality: Confidentiality
  /** Share of local suppliers the buyer aims at, 0..100. */
  readonly localContentPercent: number | null
}

/** A need that says nothing yet. */
export const blankNeed: NeedContent = {
  kind: 'need',
  title: '',
  text: '',
  language: 'en',
  categories: [],
  specification: [],
  volume: null,
  answerBy: null,
  deliverFrom: null,
  deliverUntil: null,
  place: null,
  deliveryRadiusKm: null,
  supplierCountries: [],
  requiredCertificates: [],
  languages: [],
  budget: null,
  governance: 'producer-driven',
  confidentiality: 'open',
  localContentPercent: null,
}

export type Need = NeedContent & {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly state: NeedState
  /** Rises by one with every publication or amendment; 0 while it was never published. */
  readonly version: number
  readonly createdAt: string
  readonly publishedAt: string | null
  /** Grounds for which its buyer deals with no supplier. */
  readonly excludes?: readonly ExclusionGround[]
}

/** All of a need that its list depends on. */
export type AskedNeed = NeedContent & Pick<Need, 'id' | 'version' | 'excludes'>
