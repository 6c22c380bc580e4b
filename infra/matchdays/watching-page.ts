import { topic, type MeetingView } from '@enlace/contracts'
import type { MatchdayId } from '@enlace/domain'
import { LiveVisitor, Visitor } from '@enlace/testing'

import type { Signed } from './crowded-matchday.ts'

/** What a page shows of a meeting. */
export type Shown = Pick<MeetingView, 'id' | 'slot' | 'state' | 'sequence'> & { readonly place: string }

/** A page that shows its firm's meetings: it reads them when it is told to, never by itself. */
export class WatchingPage {
  readonly live: LiveVisitor
  readonly shown = new Map<string, Shown>()
  /** Told of every meeting that is newer on the page than it was. */
  onNewer: (meeting: Shown) => void = () => undefined
  reads = 0
  failed = 0
  readonly #visitor: Visitor
  readonly #path: string
  reading = false
  #again = false
  #first: (() => void) | null = null
  readonly ready: Promise<void>

  constructor(url: string, matchdayId: MatchdayId, { cookie, organisationId }: Signed) {
    this.#visitor = new Visitor(url, cookie)
    this.#path = `/api/matchdays/${matchdayId}/meetings`
    this.ready = new Promise((resolve) => (this.#first = resolve))
    this.live = new LiveVisitor(this.#visitor, {
      message: (_, name) => (name === 'matchday.changed' ? this.#look() : undefined),
      resync: () => this.#look(),
    })
    this.live.join(topic.organisation(organisationId))
  }

  /** Reads until what was told last is read: one request at a time, as a page does. */
  #look(): void {
    this.#again = true
    if (!this.reading) void this.#read()
  }

  async #read(): Promise<void> {
    this.reading = true
    while (this.#again) {
      this.#again = false
      const { status, body } = await this.#visitor.call('GET', this.#path).catch(() => ({ status: 0, body: null }))
      if (status === 200) this.#show((body as { items: MeetingView[] }).items)
      else {
        this.failed += 1
        this.#again = true
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
    this.reading = false
    this.#first?.()
    this.#first = null
  }

  #show(items: readonly MeetingView[]): void {
    this.reads += 1
    for (const { id, slot, state, sequence, place } of items) {
      const newer = sequence > (this.shown.get(id)?.sequence ?? -1)
      if (!newer) continue
      const meeting = { id, slot, state, sequence, place: place.key }
      this.shown.set(id, meeting)
      this.onNewer(meeting)
    }
  }
}
