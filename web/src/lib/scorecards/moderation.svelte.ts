import {
  moderateScore,
  type Moderation,
  type PanelProgress,
  readModeration,
  readPanel,
  settleEnvelope,
} from '@enlace/contracts'
import type { BidId, CallId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { CallError } from '../api/call-error.ts'

export type Ending = { readonly bidId: BidId; readonly passed: boolean; readonly reason: string }

/** Who scores a call's open envelope and, once the cards are in, what they gave. */
export class PanelTable {
  panel = $state.raw<PanelProgress | null>(null)
  /** Null while cards are waited for. */
  table = $state.raw<Moderation | null>(null)
  error = $state.raw<unknown>(null)
  readonly #id: CallId

  constructor(id: CallId) {
    this.#id = id
  }

  load = async (): Promise<void> => {
    const params = { id: this.#id }
    try {
      this.panel = await call(readPanel, { params })
      const waits = this.panel.panel.some(({ pending }) => pending)
      this.table = waits ? null : await call(readModeration, { params })
      this.error = null
    } catch (caught) {
      const blind = caught instanceof CallError && caught.code === 'scorecard.blind'
      this.table = null
      this.error = blind ? null : caught
    }
  }

  /** Sets a final score beside the median; null goes back to it. */
  async moderate(bidId: BidId, criterion: string, score: number | null, reason: string): Promise<void> {
    this.table = await call(moderateScore, { params: { id: this.#id }, body: { bidId, criterion, score, reason } })
  }

  async settle(endings: readonly Ending[]): Promise<void> {
    if (this.table === null) return
    await call(settleEnvelope, {
      params: { id: this.#id },
      body: { envelope: this.table.envelope, bids: endings.map((one) => ({ ...one, scores: [] })) },
    })
    await this.load()
  }
}
