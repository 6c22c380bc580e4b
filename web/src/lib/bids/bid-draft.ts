import type { OwnBid } from '@enlace/contracts'
import {
  asId,
  envelopes,
  type BidContent,
  type BidFile,
  type BidId,
  type CallContent,
  type Envelope,
} from '@enlace/domain'

/** A bid as it is being written, on this device and nowhere else. */
export type BidDraft = {
  /** Of what it answers, for lists of drafts. */
  readonly title: string
  /** The version of the call that its writer has seen. */
  callVersion: number
  bidId: BidId
  /** The revision that was handed in and that this began from; 0 before the first. */
  basis: number
  /** Whether it says something else than what was handed in. */
  edited: boolean
  answers: Record<string, string>
  /** Minor units, in the order of the lots. */
  prices: (number | null)[]
  /** Of a sealed call with the keys that open them; drafts of before there were files have none. */
  files?: Partial<Record<Envelope, BidFile[]>>
  /** What the passport answered, by field. */
  prefilled: Record<string, string>
}

/** Whose drafts a device keeps apart. */
export type Writer = { readonly organisationId: string; readonly personId: string }
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = ({ organisationId, personId }: Writer): string => `bid-draft:${organisationId}:${personId}:`

/** The drafts of one person for one organisation, kept on this device. */
export class DraftShelf {
  readonly #store: Store
  readonly #prefix: string
  constructor(store: Store, writer: Writer) {
    this.#store = store
    this.#prefix = prefix(writer)
  }

  read(callId: string): BidDraft | null {
    try {
      return JSON.parse(this.#store.getItem(this.#prefix + callId) ?? 'null') as BidDraft | null
    } catch {
      return null
    }
  }

  /** False where the device keeps nothing, being full or forbidden to. */
  keep(callId: string, draft: BidDraft): boolean {
    try {
      this.#store.setItem(this.#prefix + callId, JSON.stringify(draft))
      return true
    } catch {
      return false
    }
  }

  forget(callId: string): void {
    this.#store.removeItem(this.#prefix + callId)
  }

  /** The calls that something unsent is written for. */
  unsent(): readonly { readonly callId: string; readonly title: string }[] {
    const ids: string[] = []
    for (let at = 0; at < this.#store.length; at += 1) {
      const key = this.#store.key(at)
      if (key?.startsWith(this.#prefix) === true) ids.push(key.slice(this.#prefix.length))
    }
    return ids.flatMap((callId) => {
      const draft = this.read(callId)
      return draft?.edited === true ? [{ callId, title: draft.title }] : []
    })
  }
}

type Asked = Pick<CallContent, 'title' | 'fields' | 'lots' | 'envelopes'> & { readonly version: number }

/** A uuid where there is no secure context too. */
const freshId = (): BidId => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return asId<BidId>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}

/** The draft that one begins with: what was handed in, as far as it can be read, or the answers of the passport. */
export function draftFrom(call: Asked, bid: OwnBid | null, prefilled: Readonly<Record<string, string>>): BidDraft {
  const handedIn = bid?.content ?? null
  const written = Object.values(handedIn ?? {}).flatMap((content) => content?.answers ?? [])
  return {
    title: call.title,
    callVersion: bid?.callVersion ?? call.version,
    bidId: bid?.id ?? freshId(),
    basis: bid?.receipt.revision ?? 0,
    edited: false,
    answers: handedIn === null ? { ...prefilled } : Object.fromEntries(written.map(({ key, text }) => [key, text])),
    prices: [...(handedIn?.price?.prices ?? [])],
    files: Object.fromEntries(
      envelopes.flatMap((envelope) => {
        const files = handedIn?.[envelope]?.files ?? []
        return files.length === 0 ? [] : [[envelope, [...files]]]
      }),
    ),
    prefilled: handedIn === null ? { ...prefilled } : {},
  }
}

/** What a draft says in each envelope of a call; answers to what is not asked any more stay behind. */
export function contentOfDraft(
  call: Omit<Asked, 'version'>,
  draft: Pick<BidDraft, 'answers' | 'prices' | 'files'>,
): BidContent {
  const content = (envelope: Envelope): NonNullable<BidContent[Envelope]> => ({
    answers: call.fields
      .filter((field) => field.envelope === envelope)
      .map(({ key }) => ({ key, text: (draft.answers[key] ?? '').trim() }))
      .filter(({ text }) => text !== ''),
    prices:
      envelope === 'price'
        ? Array.from({ length: Math.max(1, call.lots.length) }, (_, at) => draft.prices[at] ?? null)
        : [],
    ...filesOf(draft, envelope),
  })
  return Object.fromEntries(
    envelopes.filter((envelope) => call.envelopes.includes(envelope)).map((envelope) => [envelope, content(envelope)]),
  )
}

/** An envelope without files says nothing of them, as before there were any. */
function filesOf({ files }: Pick<BidDraft, 'files'>, envelope: Envelope): { readonly files?: readonly BidFile[] } {
  const own = files?.[envelope] ?? []
  return own.length === 0 ? {} : { files: own }
}

/** Whether nothing stands in a draft but what the passport put there. */
export const isBlank = ({ answers, prices, files, prefilled }: BidDraft): boolean =>
  Object.values(files ?? {}).every((own) => own.length === 0) &&
  prices.every((price) => price === null) &&
  Object.entries(answers).every(([key, text]) => text.trim() === '' || text === prefilled[key])
