import {
  answerInnovation,
  askInnovation,
  listInnovationReaders,
  needInnovation,
  openInnovation,
  readInnovation,
  topic,
  withdrawInnovation,
  type InnovationReader,
  type InnovationView,
} from '@enlace/contracts'
import type { Answer, InnovationId, NeedId, NeedKind, OrganisationId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import { Paged } from '$lib/paging/paged.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

/** One innovation as its reader may see it, and what can be done with it. */
export class InnovationRecord {
  view = $state.raw<InnovationView | null>(null)
  error = $state.raw<unknown>(null)
  busy = $state(false)
  readonly readers: Paged<InnovationReader>
  readonly id: InnovationId

  constructor(id: InnovationId) {
    this.id = id
    this.readers = new Paged<InnovationReader>((cursor) =>
      call(listInnovationReaders, { params: { id }, query: cursor === undefined ? {} : { cursor } }),
    )
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(readInnovation, { params: { id: this.id } })
      this.error = null
      if (this.view.mine) await this.readers.load()
    } catch (error) {
      this.error = error
    }
  }

  /** Follows what becomes of it until the returned function is called; a linkage that began is one thing to look again for. */
  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name === 'linkage.changed' && this.view?.linkageId === null) void this.load()
        if (name === 'innovation.changed' && (data as { innovationId: string }).innovationId === this.id)
          void this.load()
      },
    })
  }

  answer = (answer: Answer, reason: string): Promise<boolean> =>
    this.#try(
      async () => (this.view = await call(answerInnovation, { params: { id: this.id }, body: { answer, reason } })),
      answer === 'interested' ? m.innovations_said_interested() : m.innovations_said_not_for_us(),
    )

  ask = (why: string): Promise<boolean> =>
    this.#try(
      async () => (this.view = await call(askInnovation, { params: { id: this.id }, body: { why } })),
      m.innovations_said_asked(),
    )

  withdraw = (): Promise<boolean> =>
    this.#try(
      async () => (this.view = await call(withdrawInnovation, { params: { id: this.id } })),
      m.innovations_said_withdrawn(),
    )

  open = (organisationId: OrganisationId, granted: boolean): Promise<boolean> =>
    this.#try(
      async () => {
        await call(openInnovation, { params: { id: this.id, organisationId }, body: { granted } })
        await this.load()
      },
      granted ? m.innovations_said_granted() : m.innovations_said_refused(),
    )

  /** Begins a need or a challenge with its problem; the id of the draft. */
  begin = async (kind: NeedKind): Promise<NeedId | null> => {
    let needId: NeedId | null = null
    await this.#try(async () => {
      ;({ needId } = await call(needInnovation, { params: { id: this.id }, body: { kind } }))
    }, m.innovations_said_begun())
    return needId
  }

  async #try(act: () => Promise<unknown>, done: string): Promise<boolean> {
    this.busy = true
    const isDone = await attempt(act, done)
    this.busy = false
    return isDone
  }
}
