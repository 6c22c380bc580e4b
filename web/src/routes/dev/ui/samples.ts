import type { NeedMatch, SupplierMatch } from '@enlace/contracts'
import {
  asId,
  type EntryId,
  type Need,
  type NeedId,
  noSignals,
  type OrganisationId,
  type Passport,
  type PassportId,
  rankMatches,
  theBest,
  type Signals,
  sizeBand,
  unstatedFacts,
  weightProfiles,
} from '@enlace/domain'

const place = (locality: string, latitude: number, longitude: number) => ({
  country: 'CL',
  region: 'Antofagasta',
  locality,
  latitude,
  longitude,
})
const cpv = { scheme: 'CPV', code: '24957000' } as const
const today = '2026-11-22'

/** A need with every gate that there is, in invented words. */
export const sampleNeed: Need = {
  id: asId<NeedId>('00000000-0000-4000-8000-000000000001'),
  organisationId: asId<OrganisationId>('00000000-0000-4000-8000-0000000000aa'),
  kind: 'need',
  title: 'Dust suppressant for 38 km of haul roads, 400 t a year',
  text: 'Binder for unpaved mine haul roads, without chlorides, delivered to the site.',
  language: 'en',
  categories: [cpv],
  specification: [],
  volume: { value: 400, unit: 't', per: 'year' },
  answerBy: '2026-12-04',
  deliverFrom: '2027-03-01',
  deliverUntil: null,
  place: place('Antofagasta', -23.65, -70.4),
  deliveryRadiusKm: 250,
  requiredCertificates: [
    { scheme: 'ISO 9001', mandatory: true },
    { scheme: 'ISO 14001', mandatory: false },
  ],
  supplierCountries: ['CL', 'PE'],
  languages: [{ language: 'es', level: 'working' }],
  budget: { min: null, max: { amountMinor: 60_000_000, currency: 'USD' } },
  governance: 'producer-driven',
  confidentiality: 'open',
  localContentPercent: 40,
  state: 'published',
  version: 2,
  createdAt: '2026-11-20T09:00:00Z',
  publishedAt: '2026-11-20T09:05:00Z',
}

type Sketch = {
  readonly name: string
  readonly headline: string
  readonly staff: number
  readonly reference: string
  readonly capability: string
  readonly tonsAMonth: number | null
  readonly site: ReturnType<typeof place> | null
  readonly certificates: readonly string[]
  readonly confirmed: boolean
  readonly meets: number
}
const sketches: readonly Sketch[] = [
  {
    name: 'Polímeros del Loa',
    headline: 'Binders and polymers for roads and tailings',
    staff: 34,
    reference: 'Acrylic copolymer binder for unpaved mine roads, 62 % less PM10 over nine months',
    capability: 'Acrylic copolymer dust binder, delivered in bulk',
    tonsAMonth: 90,
    site: place('Calama', -22.46, -68.93),
    certificates: ['ISO 9001'],
    confirmed: true,
    meets: 0.94,
  },
  {
    name: 'Quimandes SpA',
    headline: 'Salts and brines for mining',
    staff: 120,
    reference: 'Magnesium chloride brine for road stabilisation, 1,200 t delivered in 2024',
    capability: 'Magnesium chloride brine',
    tonsAMonth: 60,
    site: place('Antofagasta', -23.6, -70.39),
    certificates: ['ISO 9001', 'ISO 14001'],
    confirmed: true,
    meets: 0.7,
  },
  {
    name: 'Biotack Andina',
    headline: 'Lignin and algae based binders',
    staff: 9,
    reference: 'Lignin and algae based binder, no chlorides, trial on 2 km of quarry road',
    capability: 'Lignin binder in drums',
    tonsAMonth: 12,
    site: place('Arica', -18.48, -70.31),
    certificates: [],
    confirmed: false,
    meets: 0.9,
  },
  {
    name: 'Áridos y Caminos del Norte Grande Limitada',
    headline: '',
    staff: 0,
    reference: 'Maintenance of access roads',
    capability: 'Road maintenance crews',
    tonsAMonth: null,
    site: null,
    certificates: [],
    confirmed: false,
    meets: 0.35,
  },
]

const entry = (index: number, name: string): EntryId => asId<EntryId>(`00000000-0000-4000-9000-00000000${index}${name}`)

function passportOf(sketch: Sketch, index: number): Passport {
  return {
    id: asId<PassportId>(`00000000-0000-4000-8000-00000000b00${index}`),
    organisationId: asId<OrganisationId>(`00000000-0000-4000-8000-00000000c00${index}`),
    name: sketch.name,
    headline: sketch.headline,
    about: '',
    language: 'en',
    website: null,
    contactEmail: null,
    state: 'published',
    version: 3,
    publishedAt: '2026-11-19T10:00:00Z',
    facts: {
      ...unstatedFacts,
      country: 'CL',
      region: 'Antofagasta',
      sites: sketch.site === null ? [] : [sketch.site],
      staff: sketch.staff === 0 ? null : sketch.staff,
      localOwnershipPercent: index === 0 ? 80 : null,
      languages:
        index === 3
          ? []
          : [
              { language: 'es', level: 'fluent' },
              { language: 'en', level: 'basic' },
            ],
    },
    capabilities: [
      {
        id: entry(index, '0001'),
        text: sketch.capability,
        categories: [cpv],
        capacity: sketch.tonsAMonth === null ? null : { value: sketch.tonsAMonth, unit: 't', per: 'month' },
        leadTimeDays: 6,
        minimumOrder: { value: 5, unit: 't', per: null },
      },
    ],
    references: [
      {
        id: entry(index, '0002'),
        text: sketch.reference,
        categories: [cpv],
        customer: null,
        year: 2025,
        value: { amountMinor: 48_000_000, currency: 'USD' },
        place: null,
        confirmedByCustomer: sketch.confirmed,
      },
    ],
    certificates: sketch.certificates.map((scheme, at) => ({
      id: entry(index, `010${at}`),
      scheme,
      scope: null,
      issuer: 'Bureau Andes',
      number: null,
      issuedOn: '2025-01-01',
      expiresOn: '2028-01-01',
      fileId: null,
      verifiedBy: null,
    })),
    visibility: {},
  }
}

const signalsOf = (sketch: Sketch, index: number): Signals => ({
  ...noSignals,
  entries: [
    { entryId: entry(index, '0002'), source: 'reference', quote: sketch.reference, score: sketch.meets },
    { entryId: entry(index, '0001'), source: 'capability', quote: sketch.capability, score: sketch.meets / 2 },
  ],
  profile: sketch.meets / 2,
})

const candidates = sketches.map((sketch, index) => ({
  passport: passportOf(sketch, index),
  signals: signalsOf(sketch, index),
}))

/** Ranked rows as the server sends them, scored by the very rules of the product. */
export const sampleMatches: readonly SupplierMatch[] = rankMatches(
  sampleNeed,
  candidates,
  weightProfiles['producer-driven'],
  today,
  theBest(50),
).map((match, index) => {
  const at = candidates.findIndex(({ passport }) => passport.organisationId === match.supplierId)
  const passport = candidates[at]?.passport
  const staff = passport?.facts.staff ?? null
  return {
    match,
    rank: index + 1,
    previousRank: [5, 2, null, 3][at] ?? null,
    answer: at === 1 ? 'interested' : null,
    answeredAt: null,
    invited: at === 1,
    dismissed: at === 3,
    lifted: at === 2 ? ('floor' as const) : null,
    choice: at === 1 ? ('shortlisted' as const) : null,
    rankedAt: '2026-11-22T08:00:00Z',
    supplier: {
      id: match.supplierId,
      name: passport?.name ?? '',
      headline: passport?.headline ?? '',
      country: 'CL',
      region: 'Antofagasta',
      staff,
      size: sizeBand(staff),
      languages: [...(passport?.facts.languages ?? [])],
    },
  } as unknown as SupplierMatch
})

/** The same matches from the supplier's side. */
export const sampleFeed: readonly NeedMatch[] = sampleMatches.map((standing, index) => ({
  ...standing,
  answer: index === 2 ? 'interested' : null,
  need: {
    ...sampleNeed,
    id: asId<NeedId>(`00000000-0000-4000-8000-00000000d00${index}`),
    kind: index === 1 ? 'challenge' : 'need',
    mine: false,
    buyer: index === 1 ? null : { id: sampleNeed.organisationId, name: 'Cobre Austral', country: 'CL' },
  },
})) as unknown as readonly NeedMatch[]
