import {
  complain,
  confirmBid,
  listCallVersions,
  readBid,
  readCall,
  readPassport,
  readResult,
  topic,
  withdrawBid,
  type CallView,
  type Output,
  type OwnBid,
  type PassportView,
  type ResultView,
} from '@enlace/contracts'
import type { CallContent, CallId, OrganisationId } from '@enlace/domain'
import { call as ask } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { live } from '$lib/live/live.svelte.ts'
import type { DraftShelf } from './bid-draft.ts'
import { BidForm } from './bid-form.svelte.ts'
import { prefillOf } from './prefill.ts'

type Version = Output<typeof listCallVersions>['items'][number]
const decided: ReadonlySet<CallView['phase']> = new Set(['standstill', 'appeal', 'final', 'closed'])

/** A call as a supplier stands to it: what is asked, its own bid, what became of it. */
export class BidRecord {
  call = $state.raw<CallView | null>(null)
  bid = $state.raw<OwnBid | null>(null)
  versions = $state.raw<readonly Version[]>([])
  result = $state.raw<ResultView | null>(null)
  form = $state.raw<BidForm | null>(null)
  error = $state.raw<unknown>(null)
  readonly #id: CallId
  readonly #shelf: DraftShelf
  #asked = 0

  /** The version that the bid, or else the draft, answers, where the call was amended since; else null. */
  answered = $derived.by((): Version | null => {
    if (this.call === null || this.form === null) return null
    const at = this.bid?.state === 'submitted' ? this.bid.callVersion : this.form.draft.callVersion
    return at < this.call.version ? (this.versions.find(({ version }) => version === at) ?? null) : null
  })
  hasResult = $derived(this.call !== null && decided.has(this.call.phase) && this.bid?.state === 'submitted')

  constructor(id: CallId, shelf: DraftShelf) {
    this.#id = id
    this.#shelf = shelf
  }

  load = async (): Promise<void> => {
    const mine = ++this.#asked
    const params = { id: this.#id }
    try {
      const [call, { bid }] = await Promise.all([ask(readCall, { params }), ask(readBid, { params })])
      const isIn = bid?.state === 'submitted'
      const [versions, result, passport] = await Promise.all([
        call.version > 1 ? ask(listCallVersions, { params }).then(({ items }) => items) : [],
        isIn && decided.has(call.phase) ? ask(readResult, { params }) : null,
        this.form === null && bid === null && call.phase === 'tendering' ? this.#passport(call) : null,
      ])
      // An answer that was overtaken by a later question is older than what is shown.
      if (mine !== this.#asked) return
      ;[this.versions, this.result, this.error] = [versions, result, null]
      this.#take(call, bid, passport)
    } catch (error) {
      if (mine === this.#asked) this.error = error
    }
  }

  /** The passport where something of it is asked; a bid is written without it where it cannot be read. */
  async #passport(call: CallView): Promise<PassportView | null> {
    if (call.fields.every(({ prefill }) => prefill === null)) return null
    return ask(readPassport, { query: {} }).catch((error: unknown) => {
      if (error instanceof CallError) return null
      throw error
    })
  }

  #take(call: CallView, bid: OwnBid | null, passport: PassportView | null): void {
    this.call = call
    this.bid = bid
    if (this.form !== null) return this.form.take(call, bid)
    const prefilled = passport === null ? [] : prefilledFields(call, passport.content)
    this.form = new BidForm(call, bid, this.#shelf, Object.fromEntries(prefilled))
  }

  /** Follows the call until the returned function is called. */
  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name === 'call.changed' && (data as { callId: string }).callId === this.#id) void this.load()
        // Bidders hear of an amendment as everyone told of it does: by a notice.
        if (name === 'notification.created') void this.load()
      },
    })
  }

  /** Hands in what is written; whether it was taken. */
  handIn = async (): Promise<boolean> => {
    const { form } = this
    if (form === null) return false
    form.busy = true
    form.error = null
    const error = await form.handIn().then(
      () => null,
      (caught: unknown) => caught,
    )
    await this.load()
    form.error = form.isIn ? null : error
    form.busy = false
    return form.isIn
  }

  /** Says that the bid stands as it is although the call was amended. */
  confirm = async (): Promise<void> => {
    if (this.call === null) return
    await ask(confirmBid, { params: { id: this.#id }, body: { callVersion: this.call.version } })
    this.form?.see()
    await this.load()
  }

  withdraw = async (): Promise<void> => {
    await ask(withdrawBid, { params: { id: this.#id } })
    await this.load()
  }

  complain = async (text: string): Promise<void> => {
    this.result = await ask(complain, { params: { id: this.#id }, body: { text } })
    await this.load()
  }
}

/** The answers that a passport gives to a call. */
const prefilledFields = (
  { fields }: Pick<CallContent, 'fields'>,
  content: PassportView['content'],
): readonly (readonly [key: string, text: string])[] =>
  fields.flatMap(({ key, prefill, maxWords }) => {
    const text = prefill === null ? '' : prefillOf(content, prefill, maxWords)
    return text === '' ? [] : [[key, text] as const]
  })
