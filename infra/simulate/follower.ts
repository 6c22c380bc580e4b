import { setTimeout as sleep } from 'node:timers/promises'

import type { MeetingView } from '@enlace/contracts'
import { LiveVisitor } from '@enlace/testing'

import type { Firm } from './crowd.ts'

/** A page that is open all day: what it shows comes from messages, and from a snapshot where it is told to take one. */
export class Follower {
  readonly firm: Firm
  meetings: readonly MeetingView[] = []
  readonly #live: LiveVisitor
  readonly #path: string
  /** Rises with every word of a change, so that what came in while a snapshot was on its way is asked for again. */
  #told = 0
  #taken = 0
  #busy = false
  /** A page that hears nothing any more: the gap that the verdict has to find. */
  deaf = false

  constructor(firm: Firm, matchdayId: string) {
    this.firm = firm
    this.#path = `/api/matchdays/${matchdayId}/meetings`
    this.#live = new LiveVisitor(firm.visitor, {
      message: (_topic, name, data) => {
        // The organiser hears of single meetings by their own.
        const isAbout = name === 'matchday.changed' || name === 'meeting.changed'
        if (isAbout && (data as { matchdayId: string }).matchdayId === matchdayId) this.#look()
      },
      resync: () => this.#look(),
    })
    this.#live.join(`organisation:${firm.organisationId}`)
  }

  get connections(): number {
    return this.#live.connections
  }

  get isConnected(): boolean {
    return this.#live.isConnected
  }

  get gapsClosed(): number {
    return this.#live.gaps
  }

  drop = (): void => this.#live.drop()
  close = (): void => this.#live.close()

  #look(): void {
    if (this.deaf) return
    this.#told += 1
    if (!this.#busy) void this.#take()
  }

  async #take(): Promise<void> {
    this.#busy = true
    while (this.#taken < this.#told) {
      const upTo = this.#told
      const answer = await this.firm.visitor.call('GET', this.#path).catch(() => null)
      if (answer?.status === 200) {
        this.meetings = (answer.body as { items: MeetingView[] }).items
        this.#taken = upTo
      } else await sleep(100)
    }
    this.#busy = false
  }
}
