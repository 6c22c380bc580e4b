import { listParticipants, type MatchdayParticipantView } from '@enlace/contracts'
import type { MatchdayId, MatchdaySide } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import type { Suggest } from '$lib/ui/suggestions.svelte.ts'

const mostShown = 20
/** Firms are let in all day, so the list is read again for who looks later than this. */
const freshMs = 30_000

/** The firms that are admitted to a matchday, as far as their reader knows them; read when the first is looked for. */
export class AdmittedFirms {
  readonly #id: MatchdayId
  #firms: Promise<readonly MatchdayParticipantView[]> | null = null
  #readAt = -Infinity

  constructor(id: MatchdayId) {
    this.#id = id
  }

  /** Finds those of one side, or of both, by their names. */
  suggest =
    (side: MatchdaySide | null): Suggest =>
    async (text) => {
      const words = text.trim().toLowerCase()
      return (await this.#fresh())
        .filter((one) => (side === null || one.side === side) && one.state === 'admitted')
        .filter(({ organisation }) => organisation.name.toLowerCase().includes(words))
        .slice(0, mostShown)
        .map(({ id, organisation }) => ({ value: id, label: organisation.name }))
    }

  /** A reading that failed is not kept. */
  #fresh(): Promise<readonly MatchdayParticipantView[]> {
    if (this.#firms === null || performance.now() - this.#readAt > freshMs) {
      this.#readAt = performance.now()
      this.#firms = this.#read()
      this.#firms.catch(() => (this.#firms = null))
    }
    return this.#firms
  }

  async #read(): Promise<readonly MatchdayParticipantView[]> {
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
