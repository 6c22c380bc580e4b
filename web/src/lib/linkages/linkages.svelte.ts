import { listLinkages, topic, type LinkageCard, type Output } from '@enlace/contracts'
import { linkageStages, type LinkageStage, type OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'

type Listed = Output<typeof listLinkages>

/** The linkages of one's organisation, by stage, as they stand and as they change. */
export class Linkages {
  items = $state.raw<readonly LinkageCard[] | null>(null)
  counts = $state.raw<Listed['counts']>([])
  totals = $state.raw<Listed['totals'] | null>(null)
  next = $state.raw<string | null>(null)
  error = $state.raw<unknown>(null)
  #asked = 0

  load = async (): Promise<void> => {
    const asked = (this.#asked += 1)
    try {
      const { items, counts, totals, next } = await call(listLinkages, { query: { limit: 100 } })
      // Of several that were asked for only the last says how it stands.
      if (asked !== this.#asked) return
      this.items = items
      this.counts = counts
      this.totals = totals
      this.next = next
      this.error = null
    } catch (error) {
      if (asked === this.#asked) this.error = error
    }
  }

  more = async (): Promise<void> => {
    if (this.next === null) return
    const { items, next } = await call(listLinkages, { query: { limit: 100, cursor: this.next } })
    const known = new Set((this.items ?? []).map(({ id }) => id))
    this.items = [...(this.items ?? []), ...items.filter(({ id }) => !known.has(id))]
    this.next = next
  }

  /** Those at each stage, in the order of the stages. */
  get columns(): readonly {
    readonly stage: LinkageStage
    readonly count: number
    readonly items: readonly LinkageCard[]
  }[] {
    return linkageStages.map((stage) => ({
      stage,
      count: this.counts.find((one) => one.stage === stage)?.count ?? 0,
      items: (this.items ?? []).filter((one) => one.stage === stage),
    }))
  }

  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name) => void (name === 'linkage.changed' && this.load()),
    })
  }
}
