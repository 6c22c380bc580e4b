import { introduceFirms, listParticipants, type MatchdayParticipantView, type PairSuggestion } from '@enlace/contracts'
import { asId, type MatchdayId, type MatchdayParticipantId, type MatchdaySide } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { m } from '$lib/paraglide/messages.js'
import type { Option } from '$lib/ui/option.ts'
import type { Suggest } from '$lib/ui/suggestions.svelte.ts'
import { Trying } from '$lib/ui/trying.svelte.ts'

const mostShown = 20

/** A meeting that the organiser is about to propose: to whom, and why. */
export class IntroductionDraft extends Trying {
  host = $state<Option | null>(null)
  visitor = $state<Option | null>(null)
  reason = $state('')
  answerBy = $state<string | null>(null)
  readonly #id: MatchdayId
  #firms: Promise<readonly MatchdayParticipantView[]> | null = null

  constructor(id: MatchdayId) {
    super()
    this.#id = id
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

  /** Finds admitted firms of one side by their names. */
  suggest =
    (side: MatchdaySide): Suggest =>
    async (text) => {
      this.#firms ??= this.#readFirms()
      const words = text.trim().toLowerCase()
      return (await this.#firms)
        .filter((one) => one.side === side && one.state === 'admitted')
        .filter(({ organisation }) => organisation.name.toLowerCase().includes(words))
        .slice(0, mostShown)
        .map(({ id, organisation }) => ({ value: id, label: organisation.name }))
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

  async #readFirms(): Promise<readonly MatchdayParticipantView[]> {
    const firms: MatchdayParticipantView[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
      const page = await call(listParticipants, { params: { id: this.#id }, query })
      firms.push(...page.items)
      cursor = page.next
    }
    return firms
  }
}
