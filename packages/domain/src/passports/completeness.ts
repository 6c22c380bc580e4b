import type { CriterionId, GateId } from '../matches/match.ts'
import { buyerCriterionIds, weightProfiles } from '../matches/weights.ts'
import { certificateStanding } from './certificate-standing.ts'
import type { PassportContent } from './passport.ts'

export const passportSections = ['facts', 'capabilities', 'references', 'certificates', 'visibility'] as const
export type PassportSection = (typeof passportSections)[number]

export const hintIds = [
  'headline',
  'about',
  'country',
  'entries',
  'categories',
  'capacity',
  'lead-time',
  'minimum-order',
  'references',
  'reference-value',
  'certificates',
  'certificate-evidence',
  'certificate-dates',
  'certificates-expired',
  'site',
  'languages',
  'ownership',
  'innovation',
  'size',
  'contact',
] as const
export type HintId = (typeof hintIds)[number]

/** Something a passport could say, which gates and criteria ask for it, and how much of them it is. */
type Ask = {
  readonly section: PassportSection
  /** The field to go to, as in `facts.country`. */
  readonly path: string
  readonly gates?: readonly GateId[]
  readonly criteria?: Partial<Readonly<Record<CriterionId, number>>>
  /** What it is worth though no rule asks for it: people read it. */
  readonly worth?: number
  /** Without it the passport cannot be published. */
  readonly isBlocking?: true
  /** How far the passport says it, 0..1. */
  readonly said: (content: PassportContent, today: string) => number
}

const yes = (said: boolean): number => (said ? 1 : 0)
const shareOf = <Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): number =>
  entries.length === 0 ? 0 : entries.filter(holds).length / entries.length
/** Asked only of those who have such entries; none leaves nothing to ask. */
const shareIfAny = <Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): number =>
  entries.length === 0 ? 1 : shareOf(entries, holds)
const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** Words of self-description that tell a reader more than the headline does. */
const tellingWords = 25
/** Contracts after which another one adds little. */
const tellingReferences = 3

const asks: Readonly<Record<HintId, Ask>> = {
  headline: {
    section: 'facts',
    path: 'headline',
    criteria: { 'capability-text': 0.2 },
    isBlocking: true,
    said: ({ headline }) => yes(headline.trim() !== ''),
  },
  about: {
    section: 'facts',
    path: 'about',
    criteria: { 'capability-text': 0.2 },
    said: ({ about }) => Math.min(1, words(about) / tellingWords),
  },
  country: {
    section: 'facts',
    path: 'facts.country',
    gates: ['country'],
    criteria: { geography: 0.4 },
    isBlocking: true,
    said: ({ facts }) => yes(facts.country !== null),
  },
  entries: {
    section: 'capabilities',
    path: 'capabilities',
    criteria: { 'capability-text': 0.6 },
    isBlocking: true,
    said: ({ capabilities, references }) =>
      yes([...capabilities, ...references].some(({ text }) => text.trim() !== '')),
  },
  categories: {
    section: 'capabilities',
    path: 'capabilities',
    criteria: { category: 1 },
    said: ({ capabilities }) => shareOf(capabilities, (entry) => entry.categories.length > 0),
  },
  capacity: {
    section: 'capabilities',
    path: 'capabilities',
    gates: ['capacity'],
    criteria: { capacity: 0.8 },
    said: ({ capabilities }) => shareOf(capabilities, (entry) => entry.capacity !== null),
  },
  'lead-time': {
    section: 'capabilities',
    path: 'capabilities',
    criteria: { capacity: 0.2 },
    said: ({ capabilities }) => shareOf(capabilities, (entry) => entry.leadTimeDays !== null),
  },
  'minimum-order': {
    section: 'capabilities',
    path: 'capabilities',
    criteria: { willingness: 0.5 },
    said: ({ capabilities }) => shareOf(capabilities, (entry) => entry.minimumOrder !== null),
  },
  references: {
    section: 'references',
    path: 'references',
    criteria: { 'track-record': 1 },
    said: ({ references }) => Math.min(1, references.length / tellingReferences),
  },
  'reference-value': {
    section: 'references',
    path: 'references',
    criteria: { price: 1 },
    said: ({ references }) => yes(references.some((entry) => entry.value !== null)),
  },
  certificates: {
    section: 'certificates',
    path: 'certificates',
    gates: ['certificates'],
    criteria: { certificates: 0.7 },
    said: ({ certificates }) => yes(certificates.length > 0),
  },
  'certificate-evidence': {
    section: 'certificates',
    path: 'certificates',
    criteria: { certificates: 0.15 },
    said: ({ certificates }) => shareIfAny(certificates, (entry) => entry.fileId !== null),
  },
  'certificate-dates': {
    section: 'certificates',
    path: 'certificates',
    criteria: { certificates: 0.05 },
    said: ({ certificates }) => shareIfAny(certificates, (entry) => entry.expiresOn !== null),
  },
  'certificates-expired': {
    section: 'certificates',
    path: 'certificates',
    gates: ['certificates'],
    criteria: { certificates: 0.1 },
    said: ({ certificates }, today) =>
      shareIfAny(certificates, (entry) => certificateStanding(entry, today) !== 'expired'),
  },
  site: {
    section: 'facts',
    path: 'facts.sites',
    gates: ['radius'],
    criteria: { geography: 0.6 },
    said: ({ facts }) =>
      facts.sites.some((site) => site.latitude !== null && site.longitude !== null)
        ? 1
        : yes(facts.sites.length > 0) / 2,
  },
  languages: {
    section: 'facts',
    path: 'facts.languages',
    gates: ['languages'],
    said: ({ facts }) => yes(facts.languages.length > 0),
  },
  ownership: {
    section: 'facts',
    path: 'facts.localOwnershipPercent',
    criteria: { inclusion: 1 },
    said: ({ facts }) => yes(facts.localOwnershipPercent !== null),
  },
  innovation: {
    section: 'facts',
    path: 'facts.researchPercent',
    criteria: { innovation: 1 },
    said: ({ facts }) => yes(facts.researchPercent !== null || facts.patents !== null),
  },
  size: { section: 'facts', path: 'facts.staff', worth: 0.02, said: ({ facts }) => yes(facts.staff !== null) },
  contact: {
    section: 'facts',
    path: 'contactEmail',
    worth: 0.02,
    said: ({ contactEmail, website }) => yes(contactEmail !== null || website !== null),
  },
}

/** What a gate left open counts beside the criteria: it fails nobody, but somebody has to ask. */
const gateWorth = 0.05
const profiles = Object.values(weightProfiles)
/** A criterion's weight, averaged over the kinds of needs. */
const weightOf = (id: CriterionId): number => {
  const mean = (of: (profile: (typeof profiles)[number]) => number): number =>
    profiles.reduce((sum, profile) => sum + of(profile), 0) / profiles.length
  const known = buyerCriterionIds.find((criterion) => criterion === id)
  return known === undefined ? mean((profile) => profile.supplierShare) : mean((profile) => profile.buyer[known])
}
const worthOf = ({ gates = [], criteria = {}, worth = 0 }: Ask): number =>
  Object.entries(criteria).reduce(
    (sum, [id, part]) => sum + part * weightOf(id as CriterionId),
    gates.length * gateWorth + worth,
  )

const worths = new Map(hintIds.map((id) => [id, worthOf(asks[id])]))
const total = [...worths.values()].reduce((sum, worth) => sum + worth, 0)

/** Something missing, where to say it, what asks for it, and how much more complete the passport is once it is said, 0..1. */
export type Hint = {
  readonly id: HintId
  readonly section: PassportSection
  readonly path: string
  readonly feeds: readonly (GateId | CriterionId)[]
  readonly effect: number
  readonly isBlocking: boolean
}
export type Completeness = {
  /** 0..1; with every hint followed it is 1. */
  readonly share: number
  /** What keeps it from being published first, then what helps most. */
  readonly hints: readonly Hint[]
}

/** How much of what matching asks a passport answers, and what to say next. */
export function completenessOf(content: PassportContent, today: string): Completeness {
  const hints = hintIds.map((id): Hint => {
    const { section, path, gates = [], criteria = {}, isBlocking = false, said } = asks[id]
    const feeds = [...new Set<GateId | CriterionId>([...gates, ...(Object.keys(criteria) as CriterionId[])])]
    return {
      id,
      section,
      path,
      feeds,
      effect: ((worths.get(id) ?? 0) * (1 - said(content, today))) / total,
      isBlocking,
    }
  })
  const missing = hints.filter(({ effect }) => effect > 0)
  return {
    share: Math.min(1, Math.max(0, 1 - missing.reduce((sum, { effect }) => sum + effect, 0))),
    hints: missing.toSorted((a, b) => Number(b.isBlocking) - Number(a.isBlocking) || b.effect - a.effect),
  }
}
