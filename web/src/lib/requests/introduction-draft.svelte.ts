import { introduceFirms, type PairSuggestion } from '@enlace/contracts'
import { asId, type MatchdayId, type MatchdayParticipantId, type MatchdaySide } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { AdmittedFirms } from '$lib/matchdays/admitted-firms.ts'
import { m } from '$lib/paraglide/messages.js'
import type { Option } from '$lib/ui/option.ts'
import type { Suggest } from '$lib/ui/suggestions.svelte.ts'
import { Trying } from '$lib/ui/trying.svelte.ts'

/** A meeting that the organiser is about to propose: to whom, and why. */
export class IntroductionDraft extends Trying {
  host = $state<Option | null>(null)
  visitor = $state<Option | null>(null)
  reason = $state('')
  answerBy = $state<string | null>(null)
  readonly #id: MatchdayId
  readonly suggest: (side: MatchdaySide) => Suggest

  constructor(id: MatchdayId) {
    super()
    this.#id = id
    this.suggest = new AdmittedFirms(id).suggest
  }

  get complete(): boolean {
    return this.host !== null && this.visitor !== null && this.reason.trim() !== ''
  }

  /** Fills in what a match says. */
  take = ({ hostId, hostName, visitorId, visitorName, title }: PairSuggestion): void => {
    this.host = { value: hostId, label: hostName }
    this.visitor = { value: visitorId, label: visitorName }
    this.reason = m.requests_reason_pair({ title })
  }

  /** Whether it was proposed. */
  propose = (): Promise<boolean> =>
    this.act(async () => {
      const [one, other] = [this.host, this.visitor].map((option) => asId<MatchdayParticipantId>(option?.value ?? ''))
      if (one === undefined || other === undefined) return
      const body = { oneId: one, otherId: other, reason: this.reason, answerBy: this.answerBy }
      await call(introduceFirms, { params: { id: this.#id }, body })
      this.host = null
      this.visitor = null
      this.reason = ''
      this.answerBy = null
    })
}
