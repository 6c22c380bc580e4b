import type { CallContent } from '../calls/call.ts'

/** What begins every open contracting id of ours; a publisher registers one of its own with the standard's keepers. */
export const ocidPrefix = 'ocds-enlace'

/** What is public of a call that is open to all: nothing of bids before their opening, and of losing ones nothing but their number. */
export type PublicCall = {
  readonly id: string
  readonly buyer: PublicParty
  /** Every publication, the first one first. */
  readonly versions: readonly {
    readonly version: number
    readonly content: CallContent
    readonly reason: string
    readonly at: string
  }[]
  /** When the first envelope was opened, and how many bids it held; null before. */
  readonly opening: { readonly at: string; readonly bids: number } | null
  /** Awards that were approved, those that fell by a complaint too, in their order. */
  readonly awards: readonly {
    readonly id: string
    readonly winner: PublicParty | null
    readonly reason: string
    readonly approvedAt: string
    readonly fellAt: string | null
  }[]
  /** When standstill and complaints were over and everybody was told. */
  readonly closedAt: string | null
  readonly cancelled: { readonly at: string; readonly reason: string } | null
}
export type PublicParty = { readonly id: string; readonly name: string; readonly country: string | null }

type Period = { readonly startDate: string; readonly endDate: string }
export type OcdsAward = {
  readonly id: string
  readonly status: 'pending' | 'active' | 'cancelled' | 'unsuccessful'
  readonly description: string
  readonly date: string
  readonly suppliers: readonly { readonly id: string; readonly name: string }[]
}
export type OcdsTender = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly status: 'active' | 'cancelled' | 'unsuccessful' | 'complete'
  readonly procurementMethod: 'open'
  readonly procurementMethodDetails: string
  readonly awardCriteria?: 'ratedCriteria'
  readonly awardCriteriaDetails?: string
  readonly submissionMethod: readonly ['electronicSubmission']
  readonly tenderPeriod: Period
  readonly enquiryPeriod?: Period
  readonly numberOfTenderers?: number
  readonly items: readonly {
    readonly id: string
    readonly description: string
    readonly quantity?: number
    readonly unit?: { readonly name: string }
  }[]
  readonly amendments: readonly { readonly id: string; readonly date: string; readonly rationale: string }[]
}
/** A release of the Open Contracting Data Standard 1.1. */
export type OcdsRelease = {
  readonly ocid: string
  readonly id: string
  readonly date: string
  readonly tag: readonly string[]
  readonly initiationType: 'tender'
  readonly language: string
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly address?: { readonly countryName: string }
    readonly roles: readonly string[]
  }[]
  readonly buyer: { readonly id: string; readonly name: string }
  readonly tender: OcdsTender
  readonly awards?: readonly OcdsAward[]
}

const kindNames = { rfi: 'Request for information', rfq: 'Request for quotation', rfp: 'Request for proposal' } as const

export const ocidOf = (id: string): string => `${ocidPrefix}-${id}`

/** Something that became public of a call, and when. */
type Step = { readonly name: string; readonly tag: string; readonly at: string }

const stepsOf = (call: PublicCall): Step[] =>
  [
    ...call.versions.map(({ version, at }, order) => ({
      name: `version-${version}`,
      tag: order === 0 ? 'tender' : 'tenderAmendment',
      at,
    })),
    ...(call.opening === null ? [] : [{ name: 'opening', tag: 'tenderUpdate', at: call.opening.at }]),
    ...call.awards.flatMap(({ id, approvedAt, fellAt }) => [
      { name: `award-${id}`, tag: 'award', at: approvedAt },
      ...(fellAt === null ? [] : [{ name: `award-${id}-fell`, tag: 'awardCancellation', at: fellAt }]),
    ]),
    ...(call.closedAt === null ? [] : [{ name: 'close', tag: 'awardUpdate', at: call.closedAt }]),
    ...(call.cancelled === null ? [] : [{ name: 'cancellation', tag: 'tenderCancellation', at: call.cancelled.at }]),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))

/** The releases of a call, the oldest first: each tells the whole state as it was made public then. */
export const releasesOf = (call: PublicCall): OcdsRelease[] =>
  stepsOf(call).map(({ name, tag, at }) => releaseAt(call, at, `${ocidOf(call.id)}-${name}`, tag))

/** All that is public of a call now, as one release. */
export function compiledRelease(call: PublicCall): OcdsRelease {
  const at = stepsOf(call).at(-1)?.at ?? ''
  return releaseAt(call, at, `${ocidOf(call.id)}-${at}`, 'compiled')
}

/** Whether something was public already when a release was made. */
type Known = (instant: string | null | undefined) => boolean

function releaseAt(call: PublicCall, at: string, id: string, tag: string): OcdsRelease {
  const known: Known = (instant) => typeof instant === 'string' && Date.parse(instant) <= Date.parse(at)
  const versions = call.versions.filter((one) => known(one.at))
  const last = versions.at(-1)
  if (last === undefined) throw new Error('a public call was published')
  const awards = awardsOf(call, known)
  const winners = call.awards.flatMap(({ winner, approvedAt }) =>
    winner !== null && known(approvedAt) ? [winner] : [],
  )
  return {
    ocid: ocidOf(call.id),
    id,
    date: at,
    tag: [tag],
    initiationType: 'tender',
    language: last.content.language,
    parties: [party(call.buyer, 'buyer'), ...distinct(winners).map((winner) => party(winner, 'supplier'))],
    buyer: { id: call.buyer.id, name: call.buyer.name },
    tender: {
      ...askedOf(last.content, versions[0]?.at ?? at),
      id: call.id,
      status: statusOf(call, awards, known),
      ...(call.opening !== null && known(call.opening.at) ? { numberOfTenderers: call.opening.bids } : {}),
      amendments: versions
        .slice(1)
        .map(({ version, at: date, reason }) => ({ id: String(version), date, rationale: reason })),
    },
    ...(awards.length === 0 ? {} : { awards }),
  }
}

/** What a version asks, of which bids were taken from `startDate` on. */
const askedOf = (
  { title, text, kind, criteria, deadline, questionsUntil, lots }: CallContent,
  startDate: string,
): Omit<OcdsTender, 'id' | 'status' | 'numberOfTenderers' | 'amendments'> => ({
  title,
  description: text,
  procurementMethod: 'open',
  procurementMethodDetails: kindNames[kind],
  ...(criteria.length === 0
    ? {}
    : {
        awardCriteria: 'ratedCriteria',
        awardCriteriaDetails: criteria.map(({ name, weight }) => `${name}: ${weight} %`).join('; '),
      }),
  submissionMethod: ['electronicSubmission'],
  tenderPeriod: { startDate, endDate: deadline },
  ...(questionsUntil === null ? {} : { enquiryPeriod: { startDate, endDate: questionsUntil } }),
  items: lots.map((lot, order) => ({
    id: String(order + 1),
    description: lot.title,
    ...(lot.quantity === null ? {} : { quantity: lot.quantity.value, unit: { name: lot.quantity.unit } }),
  })),
})

function statusOf(call: PublicCall, awards: readonly OcdsAward[], known: Known): OcdsTender['status'] {
  if (known(call.cancelled?.at)) return 'cancelled'
  const standing = awards.find(({ status }) => status !== 'cancelled')
  if (standing === undefined) return 'active'
  return standing.status === 'unsuccessful' ? 'unsuccessful' : 'complete'
}

const awardsOf = (call: PublicCall, known: Known): OcdsAward[] =>
  call.awards
    .filter(({ approvedAt }) => known(approvedAt))
    .map(({ id, winner, reason, approvedAt, fellAt }) => {
      const decided = winner === null ? 'unsuccessful' : known(call.closedAt) ? 'active' : 'pending'
      return {
        id,
        status: known(fellAt) ? 'cancelled' : decided,
        description: reason,
        date: approvedAt,
        suppliers: winner === null ? [] : [{ id: winner.id, name: winner.name }],
      }
    })

const party = ({ id, name, country }: PublicParty, role: string): OcdsRelease['parties'][number] => ({
  id,
  name,
  ...(country === null ? {} : { address: { countryName: country } }),
  roles: [role],
})
const distinct = (parties: readonly PublicParty[]): PublicParty[] => [
  ...new Map(parties.map((one) => [one.id, one])).values(),
]
