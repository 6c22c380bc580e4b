import type { MatchdayContent, MatchdaySide } from '../matchdays/matchday.ts'
import { Problem, type FieldFault } from '../problem.ts'

/** How many of its meetings a firm has with firms of one type, or of the other side as a whole where that is none of the types. */
export type PartnerQuota = { readonly type: string; readonly atLeast: number; readonly atMost: number }

/** Firms at a matchday to which rules of their own apply. */
export type ParticipantType = {
  /** Never changes, so that firms keep it under another name. */
  readonly key: string
  readonly name: string
  readonly side: MatchdaySide
  /** So many of them are admitted; any number where it is not said. */
  readonly seats?: number | undefined
  /** The cap and the floor of meetings; the matchday's own where it is not said. */
  readonly mostMeetings?: number | undefined
  readonly leastMeetings?: number | undefined
  readonly quotas?: readonly PartnerQuota[] | undefined
  /** The organiser pays their journey, and in return they keep as many meetings as their floor. */
  readonly hosted?: boolean | undefined
}

/** What the organiser promises every supplier where it does not say. */
export const usualFloor = 1

/** How often a firm meets others. */
export type MeetingRules = {
  readonly most: number
  readonly least: number
  readonly quotas: readonly PartnerQuota[]
}

/** A firm as far as its rules go: without a type those of the matchday apply. */
export type TypedFirm = { readonly side: MatchdaySide; readonly type: string | null }

/** The type of a firm, or undefined where it has none. */
export const typeOf = (
  { types = [] }: Pick<MatchdayContent, 'types'>,
  { side, type }: TypedFirm,
): ParticipantType | undefined => types.find((one) => one.key === type && one.side === side)

/** The types of one side. */
export const typesOf = (
  { types = [] }: Pick<MatchdayContent, 'types'>,
  side: MatchdaySide,
): readonly ParticipantType[] => types.filter((one) => one.side === side)

/** The type of a side that somebody means by its key or its name, in any case; undefined where there is none, or several are called so. */
export function typeCalled(
  content: Pick<MatchdayContent, 'types'>,
  side: MatchdaySide,
  text: string,
): ParticipantType | undefined {
  const all = typesOf(content, side)
  const [named, ...others] = all.filter(({ name }) => name.toLowerCase() === text.toLowerCase())
  return all.find(({ key }) => key === text) ?? (others.length === 0 ? named : undefined)
}

/** The seats of each type that nobody has, by its key; a type without seats is not among them. */
export const seatsLeft = (
  { types = [] }: Pick<MatchdayContent, 'types'>,
  taken: ReadonlyMap<string, number>,
): Map<string, number> =>
  new Map(types.flatMap(({ key, seats }) => (seats === undefined ? [] : [[key, seats - (taken.get(key) ?? 0)]])))

/** What the quotas of others count a firm as: its type, or its side. */
export const countedAs = ({ side, type }: TypedFirm): string => type ?? side

/** How often a firm meets others: as its type has it, else as the matchday has it; hosts without a type are promised nothing. */
export function rulesFor(
  content: Pick<MatchdayContent, 'types' | 'mostMeetings' | 'leastMeetings'>,
  firm: TypedFirm,
): MeetingRules {
  const type = typeOf(content, firm)
  const least = firm.side === 'host' ? 0 : (content.leastMeetings ?? usualFloor)
  return {
    most: type?.mostMeetings ?? content.mostMeetings,
    least: type?.leastMeetings ?? least,
    quotas: type?.quotas ?? [],
  }
}

export const capRules = ['most', 'quota'] as const
/** What keeps a firm from one meeting more: its cap, or its quota of whom it would meet. */
export type CapRule = (typeof capRules)[number]

/** The rule that one meeting more would pass, of a firm that has so many in all and with those counted alike; null where it passes none. */
export function passedCap(
  { most, quotas }: MeetingRules,
  met: { readonly all: number; readonly alike: number },
  as: string,
): CapRule | null {
  if (met.all >= most) return 'most'
  return met.alike >= (quotas.find(({ type }) => type === as)?.atMost ?? most) ? 'quota' : null
}

export const hostedStandings = ['short', 'on-the-way', 'kept'] as const
/** How far a hosted firm is with what it owes. */
export type HostedStanding = (typeof hostedStandings)[number]

/** Kept once it held as many as it owes, on the way while those to come would make it so, short else. */
export const hostedStanding = (owed: number, held: number, toCome: number): HostedStanding => {
  if (held >= owed) return 'kept'
  return held + toCome >= owed ? 'on-the-way' : 'short'
}

/** What is wrong with the types of a matchday, by field; see FieldFault. */
export function faultsOfTypes(content: MatchdayContent): FieldFault[] {
  const { types = [] } = content
  const faults: FieldFault[] = []
  const lacks = (field: string, message: string): void =>
    void faults.push({ path: `body.content.types${field}`, code: 'matchday', message })
  const keys = types.map(({ key }) => key)
  if (new Set(keys).size < keys.length) lacks('', 'Two types have the same key.')
  for (const [index, type] of types.entries()) {
    const { most, least, quotas } = rulesFor(content, { side: type.side, type: type.key })
    if (least > most) lacks(`.${index}.leastMeetings`, 'More meetings are promised than a firm may have.')
    if (type.hosted === true && least === 0)
      lacks(`.${index}.leastMeetings`, 'Say how many meetings a firm keeps in return for its journey.')
    checkQuotas(quotas, most, (field, message) => lacks(`.${index}.quotas${field}`, message))
    const strange = quotas.findIndex(({ type: of }) => !types.some((one) => one.key === of && one.side !== type.side))
    if (strange >= 0) lacks(`.${index}.quotas.${strange}`, 'A quota is of a type on the other side.')
  }
  return faults
}

function checkQuotas(
  quotas: readonly PartnerQuota[],
  most: number,
  lacks: (field: string, message: string) => void,
): void {
  if (new Set(quotas.map(({ type }) => type)).size < quotas.length) lacks('', 'One quota for each type is enough.')
  if (quotas.reduce((sum, { atLeast }) => sum + atLeast, 0) > most)
    lacks('', 'Together these quotas ask for more meetings than a firm may have.')
  for (const [index, { atLeast, atMost }] of quotas.entries())
    if (atLeast > atMost) lacks(`.${index}`, 'The least is more than the most.')
}

/**
 * Refuses to take a type away that firms have, to move it to the other side, or to leave it fewer seats than are taken.
 * @param taken how many firms of each type are admitted, by its key
 * @throws Problem matchday.seats
 */
export function checkSeats(from: MatchdayContent, to: MatchdayContent, taken: ReadonlyMap<string, number>): void {
  const faults: FieldFault[] = []
  const fault = (field: string, message: string): void =>
    void faults.push({ path: `body.content.types${field}`, code: 'matchday', message })
  for (const { key, side, name } of from.types ?? []) {
    const count = taken.get(key) ?? 0
    if (count === 0) continue
    const index = (to.types ?? []).findIndex((one) => one.key === key && one.side === side)
    if (index === -1) fault('', `${count} firms have the type “${name}”; give them another first.`)
    else if ((to.types?.[index]?.seats ?? Infinity) < count)
      fault(`.${index}.seats`, `${count} firms of this type are admitted already.`)
  }
  if (faults.length > 0) throw new Problem('matchday.seats', 'Firms that are admitted need these seats.', faults)
}

/**
 * Refuses a type that a matchday does not have for this side.
 * @throws Problem matchday.type
 */
export function checkType(content: MatchdayContent, firm: TypedFirm): void {
  if (firm.type !== null && typeOf(content, firm) === undefined)
    throw new Problem('matchday.type', 'This matchday has no such type of firm on that side.')
}
