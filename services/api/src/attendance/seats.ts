import type { FoundFirm, AttendingFirm } from '@enlace/database'
import {
  seatsLeft,
  typeCalled,
  typesOf,
  type FieldFault,
  type MatchdayContent,
  type MatchdaySide,
  type OrganisationId,
} from '@enlace/domain'

import type { ReadTable } from './read-table.ts'

export type Item = ReadTable['items'][number]

/** What keeps a row out, by its column. */
export const fault = (path: string, code: string, message: string): FieldFault[] => [{ path, code, message }]
export const sideOf = { buyer: 'host', supplier: 'visitor' } as const

const stayedOut = fault('', 'stays-out', 'It withdrew, or you did not admit it; ask it to register again, or admit it.')

const unknownType = (content: MatchdayContent, side: MatchdaySide): FieldFault[] => {
  const names = typesOf(content, side).map(({ name }) => `“${name}”`)
  const known = names.length === 0 ? 'there are none on this side' : `use one of ${names.join(', ')}`
  return fault('type', 'type', `There is no such type of firm: ${known}.`)
}
const noSeat = fault('type', 'seats', 'All seats of this type are taken; give it more, or another type.')

/** Gives the seats of types to rows in their order. Those that a firm leaves for another are not given in the same table. */
export class Seats {
  readonly #content: MatchdayContent
  readonly #known: ReadonlyMap<OrganisationId, AttendingFirm>
  readonly #left: Map<string, number>

  constructor(content: MatchdayContent, known: readonly AttendingFirm[], taken: ReadonlyMap<string, number>) {
    this.#content = content
    this.#known = new Map(known.map((one) => [one.organisationId, one]))
    this.#left = seatsLeft(content, taken)
  }

  /** The key of the type that a row gives to a firm, null where it gives none; or what keeps the row out. */
  take({ type: called }: Item, { organisationId, kind }: FoundFirm): string | null | FieldFault[] {
    const before = this.#known.get(organisationId)
    if (before?.state === 'declined' || before?.state === 'withdrawn') return stayedOut
    if (called === null) return null
    const type = typeCalled(this.#content, sideOf[kind], called)
    if (type === undefined) return unknownType(this.#content, sideOf[kind])
    if (type.key === before?.type) return type.key
    const left = this.#left.get(type.key) ?? Infinity
    if (left <= 0) return noSeat
    this.#left.set(type.key, left - 1)
    return type.key
  }
}
