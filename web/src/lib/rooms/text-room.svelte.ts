import type { RoomMessageView } from '@enlace/contracts'
import { asId, type MeetingId, type RoomMessageId } from '@enlace/domain'
import { untrack } from 'svelte'
import { v7 as uuidv7 } from 'uuid'
import { CallError } from '$lib/api/call-error.ts'
import { oneAtATime } from '$lib/live/one-at-a-time.ts'
import { Kept } from '$lib/ui/kept.ts'

/** How one reads and writes here: as a side of the meeting, or as its interpreter. */
export type Ways = {
  readonly list: (
    cursor?: string,
  ) => Promise<{ readonly items: readonly RoomMessageView[]; readonly next: string | null }>
  readonly write: (id: RoomMessageId, text: string) => Promise<RoomMessageView>
}
/** Written here and not known to be kept; `error` says why, and is null while it is on its way. */
export type Unsent = {
  readonly id: RoomMessageId
  readonly text: string
  readonly sentAt: string
  readonly error: unknown
}

/** Whether it is worth trying again: nobody refused it. */
export const isAway = (error: unknown): boolean =>
  error instanceof CallError && (error.code === 'network.unreachable' || error.status >= 500)

type Waiting = readonly Omit<Unsent, 'error'>[]

/**
 * The text room of a meeting. What is written without the network waits, and is sent under the same id until it is kept:
 * it waits on the device, as does what is being typed, so that a page that was closed goes on from there.
 */
export class TextRoom {
  /** Oldest first. */
  messages = $state.raw<readonly RoomMessageView[]>([])
  older = $state.raw<string | null>(null)
  unsent = $state.raw<readonly Unsent[]>([])
  typed = $state('')
  readonly #ways: Ways
  readonly #keptTyped: Kept<string>
  readonly #keptUnsent: Kept<Waiting>
  readonly #send: () => void
  /** Reads what is new. */
  readonly load: () => void

  /** Whose room it is here: `writer` only where nobody is signed in. */
  constructor(meeting: MeetingId, ways: Ways, writer?: string) {
    this.#ways = ways
    this.#keptTyped = new Kept(`room-typed:${meeting}`, 0, writer)
    this.#keptUnsent = new Kept(`room-unsent:${meeting}`, 0, writer)
    this.typed = this.#keptTyped.read() ?? ''
    this.unsent = (this.#keptUnsent.read() ?? []).map((one) => ({ ...one, error: null }))
    this.#send = oneAtATime(() => this.#sendAll())
    this.load = oneAtATime(this.read)
  }

  loadOlder = async (): Promise<void> => {
    if (this.older === null) return
    const page = await this.#ways.list(this.older)
    this.#take(page.items)
    this.older = page.next
  }

  write = async (text: string): Promise<void> => {
    const one = { id: asId<RoomMessageId>(uuidv7()), text, sentAt: new Date().toISOString() }
    this.unsent = [...this.unsent, { ...one, error: null }]
    this.#keep((waiting) => [...waiting, one])
    this.#send()
  }

  type = (text: string): void => {
    this.typed = text
    if (text === '') this.#keptTyped.forget()
    else this.#keptTyped.keep(text)
  }

  sendAgain = (id: RoomMessageId): void => {
    this.#mark(id, null)
    this.#send()
  }

  discard = (id: RoomMessageId): void => {
    this.#leave((one) => one.id === id)
  }

  /** Sends what waits, until the returned function is called; and reads at first and wherever `isDeaf`, unless somebody else does. */
  keep(everyMs: number, isDeaf?: () => boolean): () => void {
    const look = (): void => {
      if (this.unsent.some(({ error }) => isAway(error))) this.#send()
      if (isDeaf?.() === true) this.load()
    }
    // Whoever keeps it in an effect is not to begin again with each message.
    untrack(() => {
      if (isDeaf !== undefined) this.load()
      if (this.unsent.length > 0) this.#send()
    })
    const timer = setInterval(look, everyMs)
    addEventListener('online', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
    }
  }

  /** Reads what is new; more than a page may have come while nobody listened. */
  read = async (): Promise<void> => {
    const known = this.messages.at(-1)?.seq
    let page = await this.#ways.list()
    this.#take(page.items)
    if (known === undefined) this.older = page.next
    while (known !== undefined && page.next !== null && (page.items.at(-1)?.seq ?? 0) > known + 1) {
      page = await this.#ways.list(page.next)
      this.#take(page.items)
    }
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const next = this.unsent.find(({ error }) => error === null || isAway(error))
      if (next === undefined) return
      try {
        this.#take([await this.#ways.write(next.id, next.text)])
      } catch (error) {
        this.#mark(next.id, error)
        if (isAway(error)) return
      }
    }
  }

  #mark(id: RoomMessageId, error: unknown): void {
    this.unsent = this.unsent.map((one) => (one.id === id ? { ...one, error } : one))
  }

  // What stands here is kept, whether or not its answer was heard.
  #take(items: readonly RoomMessageView[]): void {
    const byId = new Map([...this.messages, ...items].map((message) => [message.id, message]))
    this.messages = [...byId.values()].toSorted((a, b) => a.seq - b.seq)
    if (this.unsent.some(({ id }) => byId.has(id))) this.#leave(({ id }) => byId.has(id))
  }

  #leave(isGone: (one: Pick<Unsent, 'id'>) => boolean): void {
    this.unsent = this.unsent.filter((one) => !isGone(one))
    this.#keep((waiting) => waiting.filter((one) => !isGone(one)))
  }

  // Another tab of the same room keeps its own among them.
  #keep(change: (waiting: Waiting) => Waiting): void {
    const waiting = change(this.#keptUnsent.read() ?? [])
    if (waiting.length === 0) this.#keptUnsent.forget()
    else this.#keptUnsent.keep(waiting)
  }
}
