import { readFairness, setFairness, type FairnessView } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { problemWords } from '../api/problem-words.ts'
import { m } from '../paraglide/messages.js'
import { toasts } from '../ui/toasts.svelte.ts'

/** A policy as its form holds it; shares in percent, null where nothing readable is written. */
export type PolicyForm = {
  floor: boolean
  periodDays: number | null
  tolerance: number | null
  newShare: number | null
  keeperId: OrganisationId | null
}

const percent = (share: number): number => Math.round(share * 1e4) / 100
const formOf = ({ policy }: FairnessView): PolicyForm => ({
  floor: policy.floor,
  periodDays: policy.periodDays,
  tolerance: percent(policy.tolerance),
  newShare: percent(policy.newShare),
  keeperId: policy.keeper?.id ?? null,
})

/** How places are spread in the lists of one country, and the policy that is being written for it. */
export class Fairness {
  view = $state.raw<FairnessView | null>(null)
  error = $state.raw<unknown>(null)
  form = $state<PolicyForm | null>(null)
  busy = $state(false)
  #asked = 0

  /** @param scope a country, or `all` */
  load = async (scope: string): Promise<void> => {
    const mine = ++this.#asked
    try {
      const view = await call(readFairness, { query: { country: scope } })
      if (mine === this.#asked) this.#take(view)
    } catch (error) {
      if (mine === this.#asked) this.error = error
    }
  }

  save = async (scope: string): Promise<void> => {
    const { view, form } = this
    if (view === null || form === null) return
    this.busy = true
    try {
      const { floor, keeperId } = form
      const body = {
        ...{ floor, periodDays: form.periodDays ?? 0, revision: view.policy.revision },
        ...{ tolerance: (form.tolerance ?? -1) / 100, newShare: (form.newShare ?? -1) / 100 },
        ...(view.mayEntrust ? { keeperId } : {}),
      }
      this.#take(await call(setFairness, { params: { country: scope }, body }))
      toasts.say(m.fairness_saved())
    } catch (error) {
      toasts.say(problemWords(error).text, { tone: 'bad' })
    }
    this.busy = false
  }

  #take(view: FairnessView): void {
    this.view = view
    this.form = formOf(view)
    this.error = null
  }
}
