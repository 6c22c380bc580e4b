import { listOwnOperations, sendOperations, type OperationFate, type Output } from '@enlace/contracts'
import { asId, type MatchdayId, type OperationDeed, type OperationId, type UserId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { clockOffset, hearClock, isClockKnown } from '$lib/live/device-clock.ts'
import { dropWaiting, keepWaiting, listWaiting, type Waiting } from './device-store.ts'

const batchSize = 500
const retryMs = 5000

/** What a person does at a matchday: kept on the device at once, sent when the network is there, once. */
export class Outbox {
  waiting = $state.raw<readonly Waiting[]>([])
  fates = $state.raw<readonly OperationFate[]>([])
  offline = $state(false)
  error = $state.raw<unknown>(null)
  readonly #id: MatchdayId
  readonly #owner: UserId
  #sending: Promise<void> | null = null

  constructor(id: MatchdayId, owner: UserId) {
    this.#id = id
    this.#owner = owner
  }

  /** Looks what waits, and sends it whenever the network comes back, until the returned function is called. */
  open(onsent: () => void): () => void {
    const send = (): void => {
      const had = this.waiting.length
      void this.send().then(() => {
        if (this.waiting.length < had) onsent()
      })
    }
    void listWaiting(this.#owner, this.#id).then(async (waiting) => {
      this.waiting = waiting
      if (waiting.length > 0) send()
      else await this.look()
    })
    const again = setInterval(() => {
      if (this.waiting.length > 0) send()
      else if (!isClockKnown()) void this.look()
    }, retryMs)
    addEventListener('online', send)
    return () => {
      clearInterval(again)
      removeEventListener('online', send)
    }
  }

  /** Does something now; it counts from this moment on, whenever it is sent. */
  async do(deed: OperationDeed): Promise<OperationId> {
    const id = asId<OperationId>(uuidv7())
    const one = { id, deviceAt: new Date().toISOString(), offsetMs: clockOffset(), deed }
    await keepWaiting(this.#owner, this.#id, one)
    this.waiting = [...this.waiting, one]
    void this.send()
    return id
  }

  /** Sends what waits; two who ask at once share one sending. */
  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null))
    return this.#sending
  }

  /** Asks what became of what was done. */
  look = (): Promise<void> =>
    this.#heard(async () => {
      await this.#take(() => call(listOwnOperations, { params: { id: this.#id } }))
    })

  async #sendAll(): Promise<void> {
    await this.#heard(async () => {
      while (this.waiting.length > 0) {
        const operations = this.waiting.slice(0, batchSize)
        await this.#take(() => call(sendOperations, { params: { id: this.#id }, body: { operations } }))
        const sent = new Set(operations.map(({ id }) => id))
        await dropWaiting([...sent])
        this.waiting = this.waiting.filter(({ id }) => !sent.has(id))
      }
    })
  }

  async #take(ask: () => Promise<Output<typeof listOwnOperations>>): Promise<void> {
    const askedAt = Date.now()
    const { now, items } = await ask()
    hearClock(now, askedAt)
    this.fates = items
  }

  async #heard(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      this.offline = false
      this.error = null
    } catch (error) {
      this.offline = error instanceof CallError && error.code.startsWith('network.')
      this.error = this.offline ? null : error
    }
  }
}
