import {
  cancelNeed,
  chooseMatch,
  closeNeed,
  judgeMatch,
  listMatches,
  publishNeed,
  readNeed,
  resetWeights,
  setWeights,
  topic,
  type NeedView,
  type Ranking,
  type SupplierMatch,
} from '@enlace/contracts'
import type { Choice, NeedId, WeightProfile } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import type { Verdict } from '$lib/matches/MatchRow.svelte'
import { sayProblem } from '$lib/ui/attempt.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import { m } from '$lib/paraglide/messages.js'

/** One need of ours with its ranked list, as it stands and as it changes. */
export class NeedRecord {
  need = $state.raw<NeedView | null>(null)
  ranking = $state.raw<Ranking | null>(null)
  error = $state.raw<unknown>(null)
  busyId = $state<string | null>(null)
  ending = $state(false)
  present = $state(1)
  readonly #id: NeedId
  #told = 0

  constructor(id: NeedId) {
    this.#id = id
  }

  load = async (): Promise<void> => {
    try {
      this.need = await call(readNeed, { params: { id: this.#id } })
      if (this.need.mine && this.need.state !== 'draft') await this.#loadRanking()
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  async #loadRanking(): Promise<void> {
    const told = this.#told
    const ranking = await call(listMatches, { params: { id: this.#id } })
    // What was told while the answer was under way may be newer than it.
    if (told !== this.#told) return this.#loadRanking()
    this.ranking = ranking
  }

  /** Follows the need until the returned function is called. */
  follow(): () => void {
    return live.listen(topic.need(this.#id), {
      resync: () => void this.load(),
      presence: (count) => (this.present = count),
      message: (name, data) => {
        if (name === 'ranking.changed') this.#take(data as Ranking)
      },
    })
  }

  #take(ranking: Ranking): void {
    this.#told += 1
    this.ranking = ranking
    // The list speaks of a version that this page has not read: somebody amended the need.
    if (this.need !== null && ranking.needVersion > this.need.version) void this.load()
  }

  judge = async (row: SupplierMatch, verdict: Verdict, reason: string): Promise<void> => {
    const params = { id: this.#id, supplierId: row.supplier.id }
    await this.#change(row, async () => {
      const judged = await call(judgeMatch, { params, body: { verdict, reason } })
      if (verdict === 'dismiss')
        toasts.say(m.needs_set_aside({ name: row.supplier.name }), { undo: () => void this.judge(row, 'restore', '') })
      if (verdict === 'invite')
        toasts.say(m.needs_invited({ name: row.supplier.name }), {
          undo: () => void this.judge(row, 'withdraw-invitation', ''),
        })
      return judged
    })
  }

  /** Notes whom we shortlisted or gave the work. */
  choose = async (row: SupplierMatch, choice: Choice | null): Promise<void> => {
    const params = { id: this.#id, supplierId: row.supplier.id }
    await this.#change(row, async () => {
      const chosen = await call(chooseMatch, { params, body: { choice } })
      const said = { shortlisted: m.needs_shortlisted, awarded: m.needs_awarded }
      toasts.say(
        choice === null ? m.needs_unchosen({ name: row.supplier.name }) : said[choice]({ name: row.supplier.name }),
        {
          undo: () => void this.choose(row, row.choice),
        },
      )
      return chosen
    })
  }

  /** Changes one row; what was told meanwhile is newer than the answer. */
  async #change(row: SupplierMatch, change: () => Promise<SupplierMatch>): Promise<void> {
    this.busyId = row.supplier.id
    const told = this.#told
    try {
      const changed = await change()
      if (this.ranking !== null && told === this.#told)
        this.ranking = {
          ...this.ranking,
          items: this.ranking.items.map((one) => (one.supplier.id === changed.supplier.id ? changed : one)),
        }
    } catch (error) {
      sayProblem(error)
    }
    this.busyId = null
  }

  /** Ranks the need by these weights, or with null by the profile of its governance; the new list comes by itself. */
  weigh = async (weights: WeightProfile | null): Promise<void> => {
    const params = { id: this.#id }
    try {
      const inForce =
        weights === null ? await call(resetWeights, { params }) : await call(setWeights, { params, body: weights })
      if (this.ranking !== null) this.ranking = { ...this.ranking, ownWeights: weights === null ? null : inForce }
      toasts.say(weights === null ? m.matches_weights_unused() : m.matches_weights_used())
    } catch (error) {
      sayProblem(error)
    }
  }

  act = async (what: 'publish' | 'close' | 'cancel'): Promise<void> => {
    this.ending = true
    const params = { id: this.#id }
    try {
      if (what === 'publish') this.need = await call(publishNeed, { params })
      else this.need = await call(what === 'close' ? closeNeed : cancelNeed, { params, body: {} })
    } catch (error) {
      sayProblem(error)
    }
    this.ending = false
  }
}
