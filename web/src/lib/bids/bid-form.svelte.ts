import { submitBid, type CallView, type EnvelopeBody, type OwnBid, type Receipt } from '@enlace/contracts'
import {
  checkBid,
  Problem,
  type BidContent,
  type BidFile,
  type BidId,
  type Envelope,
  type FieldFault,
} from '@enlace/domain'
import { call as ask } from '$lib/api/call.ts'
import { sealBid } from '$lib/sealing/seal-bid.ts'
import { contentOfDraft, draftFrom, isBlank, type BidDraft, type DraftShelf } from './bid-draft.ts'
import { digestOf } from './digest.ts'

/** Everything that keeps a bid from being complete, by the names of its fields. */
function faultsOf(call: CallView, content: BidContent): readonly FieldFault[] {
  try {
    checkBid(call, content)
    return []
  } catch (error) {
    if (error instanceof Problem) return error.faults
    throw error
  }
}

/** What was sent last, until it is known to be in. */
type Sent = {
  readonly bidId: BidId
  readonly revision: number
  readonly callVersion: number
  readonly digest: string | null
  readonly written: string
  readonly isPlain: boolean
}

/** A bid as one writes it: kept on this device with every change, and not submitted before it is handed in. */
export class BidForm {
  call = $state.raw() as CallView
  bid = $state.raw<OwnBid | null>(null)
  draft = $state() as BidDraft
  /** False where this device keeps no drafts. */
  isKept = $state(true)
  restored = $state(false)
  /** Whether one has asked to hand in, so that what is missing may be said. */
  tried = $state(false)
  busy = $state(false)
  /** How far the sealing is, 0..1, while it lasts. */
  sealed = $state<number | null>(null)
  error = $state.raw<unknown>(null)
  /** Whether the receipt of what was handed in here names the very hash of it; null where this is not known. */
  matches = $state<boolean | null>(null)

  content = $derived(contentOfDraft(this.call, this.draft))
  /** All files of the bid, whichever envelope they are in. */
  files = $derived(Object.values(this.content).flatMap((content) => content?.files ?? []))
  faults = $derived(faultsOf(this.call, this.content))
  isBlank = $derived(isBlank(this.draft))
  /** Handed in, and nothing was changed since. */
  isIn = $derived(
    this.bid?.state === 'submitted' && this.draft.basis === this.bid.receipt.revision && !this.draft.edited,
  )
  /** Written but not submitted. */
  isLoose = $derived(!this.isIn && !this.isBlank)
  /** A colleague handed in another bid than the one that this was begun from. */
  isOvertaken = $derived(
    this.bid !== null && (this.bid.id !== this.draft.bidId || this.bid.receipt.revision !== this.draft.basis),
  )
  /** A sealed bid that was written in another browser: nobody can show what it says. */
  isElsewhere = $derived(this.isIn && this.call.sealing === 'sealed' && this.isBlank)
  /** How many answers the passport gave. */
  saved = $derived(Object.keys(this.draft.prefilled).length)
  #sent: Sent | null = null
  readonly #shelf: DraftShelf
  readonly #prefilled: Readonly<Record<string, string>>

  constructor(call: CallView, bid: OwnBid | null, shelf: DraftShelf, prefilled: Readonly<Record<string, string>>) {
    this.#shelf = shelf
    this.#prefilled = prefilled
    const kept = shelf.read(call.id)
    this.call = call
    this.bid = bid
    this.draft = kept ?? draftFrom(call, bid, prefilled)
    this.restored = kept?.edited === true
    // Kept from a market that is not there any more.
    if (bid === null) this.draft.basis = 0
    this.take(call, bid)
  }

  /** Takes over what the server says of the call and of what is handed in; what was written here stays. */
  take(call: CallView, bid: OwnBid | null): void {
    this.call = call
    // An answer from before what was handed in here says nothing new.
    if ((bid?.receipt.revision ?? 0) < this.draft.basis && (bid === null || bid.id === this.draft.bidId)) return
    this.bid = bid
    // What was sent may have arrived although the answer did not.
    if (bid !== null && bid.receipt.digest === this.#sent?.digest) this.#settle(bid.receipt)
    // Nothing of one's own is lost: it says what an older revision said.
    if (this.isOvertaken && !this.draft.edited) this.begin()
  }

  /** Begins again from what is handed in. */
  begin = (): void => {
    this.draft = draftFrom(this.call, this.bid, this.#prefilled)
    this.restored = false
    this.error = null
    this.tried = false
    this.#shelf.forget(this.call.id)
  }

  /** Goes on with what is written here, to replace what a colleague handed in. */
  insist = (): void => {
    if (this.bid === null) return
    this.draft.bidId = this.bid.id
    this.draft.basis = this.bid.receipt.revision
    this.error = null
    this.keep()
  }

  answer = (key: string, text: string): void => {
    this.draft.answers[key] = text
    this.#edited()
  }

  price = (at: number, amountMinor: number | null): void => {
    this.draft.prices = Array.from({ length: Math.max(at + 1, this.draft.prices.length) }, (_, index) =>
      index === at ? amountMinor : (this.draft.prices[index] ?? null),
    )
    this.#edited()
  }

  attach = (envelope: Envelope, file: BidFile): void => {
    this.#file(envelope, [...(this.draft.files?.[envelope] ?? []), file])
  }

  detach = (envelope: Envelope, id: BidFile['id']): void => {
    this.#file(
      envelope,
      (this.draft.files?.[envelope] ?? []).filter((file) => file.id !== id),
    )
  }

  #file(envelope: Envelope, files: BidFile[]): void {
    this.draft.files = { ...this.draft.files, [envelope]: files }
    this.#edited()
  }

  #edited(): void {
    this.draft.edited = true
    this.keep()
  }

  /** Notes that its writer has seen what was amended. */
  see = (): void => {
    this.draft.callVersion = this.call.version
    if (this.draft.edited) this.keep()
  }

  keep(): void {
    this.isKept = this.#shelf.keep(this.call.id, $state.snapshot(this.draft))
  }

  fault = (envelope: Envelope, key: string): FieldFault | undefined =>
    this.faults.find(({ path }) => path === `${envelope}.${key}`)

  /** Hands in what is written, or throws what keeps it from being taken; the draft stays either way. */
  handIn = async (): Promise<Receipt> => {
    const { bidId, basis } = this.draft
    const written = JSON.stringify(this.content)
    const files = this.files.map(({ id }) => id)
    const bodies = await this.#bodies({ bidId, revision: basis + 1 })
    this.#sent = {
      bidId,
      revision: basis + 1,
      digest: await digestOf(bodies),
      written,
      isPlain: this.call.sealing === 'plain',
      callVersion: this.call.version,
    }
    const receipt = await ask(submitBid, {
      params: { id: this.call.id },
      body: { bidId, revision: basis + 1, callVersion: this.call.version, envelopes: bodies, files },
    })
    this.#settle(receipt)
    return receipt
  }

  /** What goes to the server: of a sealed call nothing that could be read. */
  async #bodies(bid: { bidId: BidId; revision: number }): Promise<Partial<Record<Envelope, EnvelopeBody>>> {
    const { call, content } = this
    if (call.sealing === 'plain')
      return Object.fromEntries(Object.entries(content).map(([envelope, plain]) => [envelope, { plain }]))
    this.sealed = 0
    try {
      return await sealBid({ call, bid, content, onprogress: (done) => (this.sealed = done) })
    } finally {
      this.sealed = null
    }
  }

  /** Notes that what was sent is in, unless the receipt is of something else. */
  #settle(receipt: Receipt): void {
    const sent = this.#sent
    if (sent === null || receipt.bidId !== sent.bidId || receipt.revision !== sent.revision) return
    this.matches = sent.digest === null ? null : sent.digest === receipt.digest
    this.bid = {
      id: sent.bidId,
      state: 'submitted',
      callVersion: sent.callVersion,
      confirmed: sent.callVersion === this.call.version,
      receipt,
      content: sent.isPlain ? (JSON.parse(sent.written) as OwnBid['content']) : null,
    }
    this.draft.basis = sent.revision
    this.draft.callVersion = sent.callVersion
    this.draft.edited = JSON.stringify(this.content) !== sent.written
    this.restored = false
    this.tried = false
    this.#sent = null
    this.keep()
  }
}
