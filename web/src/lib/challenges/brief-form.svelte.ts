import type { ChallengeView } from '@enlace/contracts'
import {
  netPresentValue,
  usualStageDays,
  type MeasuredBenefit,
  type Money,
  type StageDays,
  type Theme,
} from '@enlace/domain'
import { CallError } from '$lib/api/call-error.ts'
import { minorDigits } from '$lib/locale/format.ts'
import type { BriefBody } from './challenge-record.svelte.ts'

type MeasureDraft = {
  aspect: MeasuredBenefit['aspect']
  text: string
  unit: string
  baseline: number | null
  target: number | null
}
export const emptyMeasure = (): MeasureDraft => ({ aspect: 'safety', text: '', unit: '', baseline: null, target: null })

/** A brief as it is being written; flows in whole units of the currency, the present year first. */
export class BriefForm {
  theme = $state<Theme>('operations')
  baseline = $state('')
  question = $state('')
  specification = $state('')
  withMoney = $state(false)
  currency = $state('USD')
  flows = $state<(number | null)[]>([null, null, null])
  discountRate = $state<number | null>(10)
  assumptions = $state('')
  measures = $state<MeasureDraft[]>([])
  budget = $state<Money | null>(null)
  days = $state<Record<keyof StageDays, number | null>>({ ...usualStageDays })
  quorum = $state<number | null>(2)
  error = $state.raw<unknown>(null)
  busy = $state(false)
  readonly #revision: number

  constructor(view: ChallengeView) {
    const { brief } = view
    this.#revision = brief?.revision ?? 0
    if (brief === null) {
      this.question = view.text
      return
    }
    const { content } = brief
    Object.assign(this, {
      theme: content.theme,
      baseline: content.baseline,
      question: content.question,
      specification: content.specification,
      withMoney: content.money !== null,
      measures: content.measures.map((one) => ({ ...one })),
      budget: content.budget,
      days: { ...content.stageDays },
      quorum: brief.quorum,
    })
    if (content.money === null) return
    const { currency, cashFlows, discountRate, assumptions } = content.money
    const unit = 10 ** minorDigits(currency)
    Object.assign(this, { currency, discountRate, assumptions, flows: cashFlows.map((flow) => flow / unit) })
  }

  get #cashFlows(): number[] {
    const unit = 10 ** minorDigits(this.currency)
    return this.flows.map((flow) => Math.round((flow ?? 0) * unit))
  }

  /** What the flows are worth today, as they are written now. */
  get worth(): { amountMinor: number; currency: string } {
    return { amountMinor: netPresentValue(this.#cashFlows, this.discountRate ?? 0), currency: this.currency }
  }

  get body(): BriefBody {
    return {
      content: {
        theme: this.theme,
        baseline: this.baseline,
        question: this.question,
        specification: this.specification,
        money: this.withMoney
          ? {
              currency: this.currency,
              cashFlows: this.#cashFlows,
              discountRate: this.discountRate ?? 0,
              assumptions: this.assumptions,
            }
          : null,
        measures: this.measures.map((one) => ({ ...one, baseline: one.baseline ?? 0, target: one.target ?? 0 })),
        budget: this.budget,
        stageDays: {
          screening: this.days.screening ?? 0,
          proposal: this.days.proposal ?? 0,
          pilot: this.days.pilot ?? 0,
          'test-site': this.days['test-site'] ?? 0,
        },
      },
      quorum: this.quorum ?? 0,
      revision: this.#revision,
    }
  }

  fault = (path: string): string | undefined => (this.error instanceof CallError ? this.error.fault(path) : undefined)

  /** Whether it was kept. */
  async send(save: (body: BriefBody) => Promise<void>): Promise<boolean> {
    this.busy = true
    this.error = null
    try {
      await save(this.body)
      return true
    } catch (error) {
      this.error = error
      return false
    } finally {
      this.busy = false
    }
  }
}
