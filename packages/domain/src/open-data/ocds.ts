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

function releaseAt(call: PublicCall, at: string, id: string, tag: string): OcdsRelease {
  const known = (instant: string | null | undefined): boolean =>
    instant != null && Date.parse(instant) <= Date.parse(at)
  const versions = call.versions.filter((one) => known(one.at))
  const first = versions[0]
  const last = versions.at(-1)
  if (first === undefined || last === undefined) throw new Error('a public call was published')
  const awards = call.awards.filter(({ approvedAt }) => known(approvedAt))
  const { content } = last
  const winners = awards.flatMap(({ winner }) => winner ?? [])
  const standing = awards.find(({ fellAt }) => !known(fellAt))
  const status = known(call.cancelled?.at)
    ? 'cancelled'
    : standing === undefined
      ? 'active'
      : standing.winner === null
        ? 'unsuccessful'
        : 'complete'
  return {
    ocid: ocidOf(call.id),
    id,
    date: at,
    tag: [tag],
    initiationType: 'tender',
    language: content.language,
    parties: [party(call.buyer, 'buyer'), ...distinct(winners).map((winner) => party(winner, 'supplier'))],
    buyer: { id: call.buyer.id, name: call.buyer.name },
    tender: {
      id: call.id,
      title: content.title,
      description: content.text,
      status,
      procurementMethod: 'open',
      procurementMethodDetails: kindNames[content.kind],
      ...(content.criteria.length === 0
        ? {}
        : {
            awardCriteria: 'ratedCriteria' as const,
            awardCriteriaDetails: content.criteria.map(({ name, weight }) => `${name}: ${weight} %`).join('; '),
          }),
      submissionMethod: ['electronicSubmission'],
      tenderPeriod: { startDate: first.at, endDate: content.deadline },
      ...(content.questionsUntil === null
        ? {}
        : { enquiryPeriod: { startDate: first.at, endDate: content.questionsUntil } }),
      ...(call.opening !== null && known(call.opening.at) ? { numberOfTenderers: call.opening.bids } : {}),
      items: content.lots.map(({ title, quantity }, order) => ({
        id: String(order + 1),
        description: title,
        ...(quantity === null ? {} : { quantity: quantity.value, unit: { name: quantity.unit } }),
      })),
      amendments: versions.slice(1).map((one) => ({ id: String(one.version), date: one.at, rationale: one.reason })),
    },
    ...(awards.length === 0
      ? {}
      : {
          awards: awards.map(({ id: award, winner, reason, approvedAt, fellAt }) => ({
            id: award,
            status: known(fellAt)
              ? ('cancelled' as const)
              : winner === null
                ? ('unsuccessful' as const)
                : known(call.closedAt)
                  ? ('active' as const)
                  : ('pending' as const),
            description: reason,
            date: approvedAt,
            suppliers: winner === null ? [] : [{ id: winner.id, name: winner.name }],
          })),
        }),
  }
}

const party = ({ id, name, country }: PublicParty, role: string): OcdsRelease['parties'][number] => ({
  id,
  name,
  ...(country === null ? {} : { address: { countryName: country } }),
  roles: [role],
})
const distinct = (parties: readonly PublicParty[]): PublicParty[] => [
  ...new Map(parties.map((one) => [one.id, one])).values(),
]
