import { asId, type EntryId } from '../brand.ts'
import { laterDate } from '../dates.ts'
import { exclusionStanding } from '../exclusions/exclusion.ts'
import type {
  Capability,
  Certificate,
  OrganisationFacts,
  PassportContent,
  PassportField,
  Reference,
} from '../passports/passport.ts'
import { aboutNeed, fittingCapacity, quantityText } from './capacity-claims.ts'
import { heldCertificate, schemeKey } from './held-certificate.ts'
import type { Appraisal } from './appraise.ts'
import type { Gap } from './match.ts'
import { missingLanguages } from './gates/languages.ts'
import { placeName } from './nearest-site.ts'
import type { Detail, Pair } from './pair.ts'

/** What would close a gap: the values its sentence is made of, and the passport as it would then read. */
export type Remedy = {
  readonly id: Gap['id']
  /** The same for every need that one act closes; names a place exactly, so it is not for readers of a masked need. */
  readonly key: string
  readonly detail: Detail
  readonly apply: (passport: Pair['passport']) => Pair['passport']
}

const newEntry = (name: string): EntryId => asId<EntryId>(`remedy:${name}`)

/** A remedy that nobody may see would change nothing, so it is shown to the buyers it is matched with. */
const shown = (passport: PassportContent, field: PassportField): PassportContent =>
  passport.visibility[field] === 'nobody'
    ? { ...passport, visibility: { ...passport.visibility, [field]: 'matched' } }
    : passport

const withFacts =
  (change: (facts: OrganisationFacts) => Partial<OrganisationFacts>): Remedy['apply'] =>
  (passport) => ({
    ...passport,
    facts: { ...passport.facts, ...change(passport.facts) },
  })

function certificateRemedies({ need, passport, today }: Pair): readonly Remedy[] {
  const on = laterDate(today, need.deliverFrom)
  return need.requiredCertificates
    .filter(({ scheme }) => heldCertificate(passport.certificates, scheme, today, on)?.state !== 'valid')
    .map(({ scheme, mandatory }) => {
      const won: Certificate = {
        id: newEntry(scheme),
        scheme,
        scope: null,
        issuer: null,
        number: null,
        issuedOn: null,
        expiresOn: null,
        fileId: null,
        verifiedBy: null,
      }
      return {
        id: 'certificates',
        key: `certificate:${schemeKey(scheme)}`,
        detail: { scheme, mandatory: mandatory ? 1 : 0 },
        apply: (before) => ({ ...shown(before, 'certificates'), certificates: [...before.certificates, won] }),
      }
    })
}

/** Enough of a capability's text to know it by. */
const longestName = 80
const nameOf = ({ text }: Capability): string =>
  text.length <= longestName ? text : `${text.slice(0, longestName - 1).trimEnd()}…`

function capacityRemedies(pair: Pair): readonly Remedy[] {
  const { volume } = pair.need
  const best = fittingCapacity(pair)
  if (volume === null || (best !== null && best.covers >= 1)) return []
  const target = best?.capability ?? pair.passport.capabilities.find((capability) => aboutNeed(pair, capability))
  // Without a capability about the need there is no capacity to state: saying what it does comes first.
  if (target === undefined) return []
  return [
    {
      id: 'capacity',
      key: `capacity:${target.id}:${volume.unit}:${volume.per ?? 'once'}`,
      detail: {
        volume: quantityText(volume),
        ...(best === null ? {} : { capacity: best.detail['capacity'] ?? '' }),
        capability: nameOf(target),
      },
      apply: (before) => ({
        ...before,
        capabilities: before.capabilities.map((row) => (row.id === target.id ? { ...row, capacity: volume } : row)),
      }),
    },
  ]
}

function placeRemedies({ need, passport }: Pair, { gates, criteria }: Appraisal): readonly Remedy[] {
  const { place, deliveryRadiusKm } = need
  const remedies: Remedy[] = []
  const [country] = need.supplierCountries
  if (country !== undefined && gates.some(({ id, verdict }) => id === 'country' && verdict === 'unstated'))
    remedies.push({
      id: 'country',
      key: `country:${country}`,
      detail: { country },
      apply: withFacts(() => ({ country })),
    })
  if (place === null) return remedies
  const outside = gates.some(({ id, verdict }) => id === 'radius' && verdict !== 'pass')
  const apply = withFacts((facts) => ({ sites: [...facts.sites, place] }))
  const key = `site:${JSON.stringify([place.country, place.region, place.locality, place.latitude, place.longitude])}`
  if (outside)
    remedies.push({ id: 'radius', key, detail: { place: placeName(place), radiusKm: deliveryRadiusKm ?? 0 }, apply })
  else if (passport.facts.sites.length === 0 && criteria.some(({ id, score }) => id === 'geography' && score === null))
    remedies.push({ id: 'geography', key, detail: { place: placeName(place) }, apply })
  return remedies
}

function languageRemedies({ need, passport }: Pair): readonly Remedy[] {
  const missing = missingLanguages(need.languages, passport.facts.languages)
  if (missing.length === 0) return []
  const wanted = missing.map((skill) => `${skill.language} ${skill.level}`)
  return [
    {
      id: 'languages',
      key: `languages:${wanted.toSorted().join()}`,
      detail: { wanted: wanted.join(', ') },
      apply: withFacts((facts) => ({ languages: [...facts.languages, ...missing] })),
    },
  ]
}

function recordRemedies({ need, passport, today }: Pair): readonly Remedy[] {
  const year = Number(today.slice(0, 4))
  const [first] = passport.references
  const worth = need.budget?.max ?? need.budget?.min ?? null
  const fresh: Reference = {
    id: newEntry('reference'),
    text: '',
    categories: [],
    customer: null,
    year,
    value: null,
    place: null,
    confirmedByCustomer: true,
  }
  const open = passport.references.filter((reference) => !reference.confirmedByCustomer).length
  const remedies: Remedy[] = []
  if (first === undefined)
    remedies.push({
      id: 'track-record',
      key: 'references:first',
      detail: { references: 0 },
      apply: (before) => ({ ...shown(before, 'references'), references: [fresh] }),
    })
  else if (open > 0)
    remedies.push({
      id: 'track-record',
      key: 'references:confirmed',
      detail: { references: passport.references.length, unconfirmed: open },
      apply: (before) => ({
        ...before,
        references: before.references.map((reference) => ({ ...reference, confirmedByCustomer: true })),
      }),
    })
  if (worth !== null && first !== undefined && passport.references.every((reference) => reference.value === null))
    remedies.push({
      id: 'price',
      key: `references:worth:${worth.amountMinor}:${worth.currency}`,
      detail: { amountMinor: worth.amountMinor, currency: worth.currency },
      apply: (before) => ({
        ...before,
        references: before.references.map((reference) =>
          reference.id === first.id ? { ...reference, value: worth } : reference,
        ),
      }),
    })
  return remedies
}

function ownershipRemedies({ need, passport }: Pair): readonly Remedy[] {
  if (
    need.localContentPercent === null ||
    need.localContentPercent <= 0 ||
    passport.facts.localOwnershipPercent !== null
  )
    return []
  return [
    {
      id: 'inclusion',
      key: 'ownership',
      detail: { localOwnershipPercent: 100 },
      apply: (before) => withFacts(() => ({ localOwnershipPercent: 100 }))(shown(before, 'localOwnershipPercent')),
    },
  ]
}

/** Saying that it has nothing to do with what nobody spoke of yet. */
function exclusionRemedies({ need, passport, today }: Pair): readonly Remedy[] {
  const known = passport.exclusions?.statements ?? []
  const { verdict, open } = exclusionStanding(need.excludes ?? [], known)
  if (verdict !== 'unstated') return []
  const declared = open.map((ground) => ({ ground, says: 'none', on: today, by: null, source: '' }) as const)
  return [
    {
      id: 'exclusions',
      key: `exclusions:${open.toSorted().join()}`,
      detail: { open: open.join(', ') },
      // Assigned, as most passports have no such key: behind a spread it would cost each a shape of its own (DECISIONS 160).
      apply: (before) =>
        Object.assign({}, before, { exclusions: { revision: '', statements: [...known, ...declared] } }),
    },
  ]
}

/** Everything that would make the pair a better match and that the supplier, or a person beside it, can do something about. */
export const remediesOf = (pair: Pair, appraisal: Appraisal): readonly Remedy[] => [
  ...certificateRemedies(pair),
  ...capacityRemedies(pair),
  ...placeRemedies(pair, appraisal),
  ...languageRemedies(pair),
  ...recordRemedies(pair),
  ...ownershipRemedies(pair),
  ...exclusionRemedies(pair),
]
