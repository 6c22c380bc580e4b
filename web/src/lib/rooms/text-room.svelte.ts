import type { RoomMessageView } from '@enlace/contracts'
import { asId, type RoomMessageId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'
import { CallError } from '$lib/api/call-error.ts'
import { oneAtATime } from '$lib/live/one-at-a-time.ts'

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

/** The text room of a meeting. What is written without the network waits, and is sent under the same id until it is kept. */
export class TextRoom {
  /** Oldest first. */
  messages = $state.raw<readonly RoomMessageView[]>([])
  older = $state.raw<string | null>(null)
  unsent = $state.raw<readonly Unsent[]>([])
  readonly #ways: Ways
  readonly #send: () => void
  /** Reads what is new. */
  readonly load: () => void

  constructor(ways: Ways) {
    this.#ways = ways
    this.#send = oneAtATime(() => this.#sendAll())
    this.load = oneAtATime(() => this.#read())
  }

  loadOlder = async (): Promise<void> => {
    if (this.older === null) return
    const page = await this.#ways.list(this.older)
    this.#take(page.items)
    this.older = page.next
  }

  write = async (text: string): Promise<void> => {
    const sentAt = new Date().toISOString()
    this.unsent = [...this.unsent, { id: asId<RoomMessageId>(uuidv7()), text, sentAt, error: null }]
    this.#send()
  }

  sendAgain = (id: RoomMessageId): void => {
    this.#mark(id, null)
    this.#send()
  }

  discard = (id: RoomMessageId): void => {
    this.unsent = this.unsent.filter((one) => one.id !== id)
  }

  /** Sends what waits, and reads where no message tells what is new, until the returned function is called. */
  keep(everyMs: number, isDeaf: () => boolean): () => void {
    const look = (): void => {
      if (this.unsent.some(({ error }) => isAway(error))) this.#send()
      if (isDeaf()) this.load()
    }
    this.load()
    const timer = setInterval(look, everyMs)
    addEventListener('online', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
    }
  }

  // More than a page may have come while nobody listened.
  async #read(): Promise<void> {
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
    this.unsent = this.unsent.filter(({ id }) => !byId.has(id))
  }
}
