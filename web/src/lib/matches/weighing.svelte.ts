import type { NeedView, Ranking, SupplierMatch } from '@enlace/contracts'
import {
  buyerCriterionIds,
  compareMatches,
  reweigh,
  weightsFor,
  type CriterionId,
  type WeightProfile,
} from '@enlace/domain'

/** A need with its list, and how its weights are changed. */
type Weighed = {
  readonly need: NeedView | null
  readonly ranking: Ranking | null
  /** Puts weights in force, or with null the profile of the need's governance. */
  readonly weigh: (weights: WeightProfile | null) => Promise<void>
}

/** What weights are called before they are in force; no match that is kept has it. */
const version = 'tried'
const areSame = (a: WeightProfile, b: WeightProfile): boolean =>
  a.supplierShare === b.supplierShare && buyerCriterionIds.every((id) => a.buyer[id] === b.buyer[id])

/** The list as these weights would rank it, each row with how far it moves. */
const rerank = (rows: readonly SupplierMatch[], weights: WeightProfile): readonly SupplierMatch[] =>
  rows
    .map((row) => ({ ...row, match: reweigh(row.match, weights), lifted: null }))
    .toSorted((a, b) => compareMatches(a.match, b.match))
    .map((row, index) => ({ ...row, rank: index + 1, previousRank: row.rank }))

/** Other weights, tried on a need's list before anybody else sees them. */
export class Weighing {
  readonly of: Weighed
  busy = $state(false)
  #moved = $state.raw<WeightProfile | null>(null)
  readonly #need: NeedView
  readonly #items = $derived.by((): readonly SupplierMatch[] => this.of.ranking?.items ?? [])
  /** The usual weights of the need's governance. */
  readonly profile = $derived.by((): WeightProfile =>
    weightsFor((this.of.need ?? this.#need).governance, this.of.ranking?.learnedWeights ?? null),
  )
  readonly inForce = $derived.by((): WeightProfile => this.of.ranking?.ownWeights ?? this.profile)
  readonly tried = $derived.by((): WeightProfile => {
    const moved = this.#moved
    return moved === null || areSame(moved, this.inForce) ? this.inForce : moved
  })
  readonly changed = $derived(this.tried !== this.inForce)
  readonly isUsual = $derived(areSame(this.tried, this.profile))
  /** Criteria that the need gives an occasion to ask about. */
  readonly asked = $derived(
    new Set<CriterionId>(this.#items.flatMap(({ match }) => match.criteria.map(({ id }) => id))),
  )
  readonly sum = $derived(buyerCriterionIds.reduce((sum, id) => sum + this.tried.buyer[id], 0))
  /** Rows that were ranked by these very weights stay as they came; others are weighed here. */
  readonly rows = $derived(
    this.#items.every(({ match }) => match.weights === this.tried.version)
      ? this.#items
      : rerank(this.#items, this.tried),
  )

  constructor(of: Weighed, need: NeedView) {
    this.of = of
    this.#need = need
  }

  weightOf(id: CriterionId): number {
    return id === 'willingness' ? this.tried.supplierShare : this.tried.buyer[id]
  }

  /** What a criterion counts among those that the need asks about, 0..1. */
  shareOf(id: CriterionId): number {
    if (id === 'willingness') return this.tried.supplierShare
    const asked = buyerCriterionIds.filter((one) => this.asked.has(one))
    const sum = asked.reduce((total, one) => total + this.tried.buyer[one], 0)
    return this.asked.has(id) && sum > 0 ? this.tried.buyer[id] / sum : 0
  }

  move(id: CriterionId, weight: number): void {
    const { buyer, supplierShare } = this.tried
    this.#moved =
      id === 'willingness'
        ? { version, buyer, supplierShare: weight }
        : { version, buyer: { ...buyer, [id]: weight }, supplierShare }
  }

  reset = (): void => void (this.#moved = { ...this.profile, version })

  use = async (): Promise<void> => {
    this.busy = true
    await this.of.weigh(this.isUsual ? null : this.tried)
    this.busy = false
  }
}
