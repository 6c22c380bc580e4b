import {
  acceptTerms,
  depositKnowledge,
  readLockbox,
  readTerms,
  revealKnowledge,
  setAnnex,
  setTerms,
  type LockboxView,
  type Sent,
  type TermsView,
} from '@enlace/contracts'
import type { NeedId, PriorKnowledgeId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

export type TermsBody = NonNullable<Sent<(typeof setTerms)['body']>>

/** The terms of a challenge, its confidential part and what its buyer knew before, as the reader may see them. */
export class Terms {
  view = $state.raw<TermsView | null>(null)
  lockbox = $state.raw<LockboxView | null>(null)
  error = $state.raw<unknown>(null)
  readonly id: NeedId

  constructor(id: NeedId) {
    this.id = id
  }

  load = async (): Promise<void> => {
    const params = { id: this.id }
    try {
      ;[this.view, this.lockbox] = await Promise.all([call(readTerms, { params }), call(readLockbox, { params })])
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  #terms = (change: () => Promise<TermsView>, said: string): Promise<boolean> =>
    attempt(async () => (this.view = await change()), said, { lookAgain: this.load })
  #knowledge = (change: () => Promise<LockboxView>, said: string): Promise<boolean> =>
    attempt(async () => (this.lockbox = await change()), said, { lookAgain: this.load })

  set = (body: TermsBody): Promise<boolean> =>
    this.#terms(() => call(setTerms, { params: { id: this.id }, body }), m.challenges_terms_set())
  write = (text: string): Promise<boolean> =>
    this.#terms(() => call(setAnnex, { params: { id: this.id }, body: { text } }), m.challenges_saved())
  accept = (version: number, stamp: string): Promise<boolean> =>
    this.#terms(
      () => call(acceptTerms, { params: { id: this.id }, body: { version, stamp } }),
      m.challenges_terms_accepted(),
    )
  deposit = (title: string, statement: string): Promise<boolean> =>
    this.#knowledge(
      () => call(depositKnowledge, { params: { id: this.id }, body: { title, statement } }),
      m.challenges_deposited(),
    )
  reveal = (entryId: PriorKnowledgeId): Promise<boolean> =>
    this.#knowledge(() => call(revealKnowledge, { params: { id: this.id, entryId } }), m.challenges_revealed())
}
