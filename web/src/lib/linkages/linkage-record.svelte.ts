import {
  listMessages,
  markRead,
  readLinkage,
  sendMessage,
  topic,
  type LinkageView,
  type MessageView,
} from '@enlace/contracts'
import type { FileId, LinkageId, OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'

/** One linkage with its room, as it stands and as it changes. */
export class LinkageRecord {
  linkage = $state.raw<LinkageView | null>(null)
  /** Oldest first. */
  messages = $state.raw<readonly MessageView[]>([])
  older = $state.raw<string | null>(null)
  error = $state.raw<unknown>(null)
  readonly id: LinkageId
  #asked = 0
  #marked = 0

  constructor(id: LinkageId) {
    this.id = id
  }

  get params(): { readonly id: LinkageId } {
    return { id: this.id }
  }

  load = async (): Promise<void> => {
    const asked = (this.#asked += 1)
    try {
      const linkage = await call(readLinkage, { params: this.params })
      const page =
        linkage.reader === 'agency' ? null : await call(listMessages, { params: this.params, query: { limit: 50 } })
      if (asked !== this.#asked) return
      this.linkage = linkage
      if (page !== null) this.#take(page.items)
      // What is older was asked for by whoever wanted it.
      if (page !== null && this.messages.length <= page.items.length) this.older = page.next
      this.error = null
    } catch (error) {
      if (asked === this.#asked) this.error = error
    }
  }

  /** Takes over what an act was answered with. */
  take = (linkage: LinkageView): void => {
    this.linkage = linkage
  }

  #take(items: readonly MessageView[]): void {
    const bySeq = new Map([...this.messages, ...items].map((message) => [message.seq, message]))
    this.messages = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
  }

  loadOlder = async (): Promise<void> => {
    if (this.older === null) return
    const page = await call(listMessages, { params: this.params, query: { limit: 50, cursor: this.older } })
    this.#take(page.items)
    this.older = page.next
  }

  send = async (text: string, fileIds: readonly FileId[]): Promise<void> => {
    this.#take([await call(sendMessage, { params: this.params, body: { text, fileIds: [...fileIds] } })])
  }

  /** Says that what is shown was read; the same is said once. */
  read = async (): Promise<void> => {
    const last = this.messages.findLast(({ mine }) => !mine)?.seq ?? 0
    if (last <= this.#marked || (this.linkage?.unread ?? 0) === 0) return
    this.#marked = last
    await call(markRead, { params: this.params, body: { seq: last } }).catch(() => (this.#marked = 0))
  }

  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name === 'linkage.changed' && (data as { linkageId: string }).linkageId === this.id) void this.load()
      },
    })
  }
}
