import type { MeetingPair, RepairBasis } from '@enlace/database'
import {
  countedAs,
  passedCap,
  rulesFor,
  type MatchdayContent,
  type MatchdayParticipantId,
  type MeetingRules,
} from '@enlace/domain'

type Firm = { readonly rules: MeetingRules; readonly as: string }

/** How often firms meet, in all and by what the other counts as, under the rules of each. */
export class Tally {
  readonly #firms: ReadonlyMap<MatchdayParticipantId, Firm>
  readonly #counts = new Map<string, number>()

  constructor(content: MatchdayContent, participants: RepairBasis['participants']) {
    this.#firms = new Map(participants.map((one) => [one.id, { rules: rulesFor(content, one), as: countedAs(one) }]))
  }

  add({ hostId, visitorId }: MeetingPair): void {
    this.#add(hostId, visitorId)
    this.#add(visitorId, hostId)
  }

  /** Whether neither has as many meetings as it may have. */
  allows({ hostId, visitorId }: MeetingPair): boolean {
    return this.#allows(hostId, visitorId) && this.#allows(visitorId, hostId)
  }

  #add(own: MatchdayParticipantId, other: MatchdayParticipantId): void {
    for (const key of [own, `${own} ${this.#firms.get(other)?.as}`])
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  #allows(own: MatchdayParticipantId, other: MatchdayParticipantId): boolean {
    const [firm, as] = [this.#firms.get(own), this.#firms.get(other)?.as]
    if (firm === undefined || as === undefined) return false
    const met = { all: this.#counts.get(own) ?? 0, alike: this.#counts.get(`${own} ${as}`) ?? 0 }
    return passedCap(firm.rules, met, as) === null
  }
}
