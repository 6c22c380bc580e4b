import {
  addAction,
  addCandidate,
  dissolveCluster,
  finishAction,
  formCluster,
  listCandidates,
  nameReviewer,
  removeCandidate,
  reviewCandidate,
  topic,
  type CandidatesView,
  type Sent,
} from '@enlace/contracts'
import type { ClusterId, CompetenceActionId, NeedId, OrganisationId, Review } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

export type ActionBody = NonNullable<Sent<(typeof addAction)['body']>>
export type Candidate = CandidatesView['items'][number]

/** The firms of a challenge as the reader may see them, and what can be done with them. */
export class Candidates {
  view = $state.raw<CandidatesView | null>(null)
  error = $state.raw<unknown>(null)
  readonly #id: NeedId

  constructor(id: NeedId) {
    this.#id = id
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(listCandidates, { params: { id: this.#id } })
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  /** Follows how the calls of its clusters go, until the returned function is called. */
  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => undefined,
      message: (name, data) => {
        const { callId } = data as { callId?: string }
        const clusters = this.view?.clusters ?? []
        if (name === 'call.changed' && clusters.some(({ call: own }) => own === null || own.id === callId))
          void this.load()
      },
    })
  }

  /** Every change answers with how the firms stand after it. */
  #change(change: () => Promise<CandidatesView>, said: string): Promise<void> {
    return attempt(async () => (this.view = await change()), said, { lookAgain: this.load })
  }

  askReviewer = (organisationId: OrganisationId): Promise<void> =>
    this.#change(
      () => call(nameReviewer, { params: { id: this.#id }, body: { organisationId } }),
      m.challenges_reviewer_named(),
    )
  add = (supplierId: OrganisationId): Promise<void> =>
    this.#change(() => call(addCandidate, { params: { id: this.#id, supplierId } }), m.challenges_candidate_added())
  remove = ({ supplier }: Candidate): Promise<void> =>
    this.#change(
      () => call(removeCandidate, { params: { id: this.#id, supplierId: supplier.id } }),
      m.challenges_candidate_removed({ name: supplier.name }),
    )
  review = ({ supplier }: Candidate, review: Review): Promise<void> =>
    this.#change(
      () => call(reviewCandidate, { params: { id: this.#id, supplierId: supplier.id }, body: review }),
      m.challenges_reviewed({ name: supplier.name }),
    )
  form = (name: string, supplierIds: readonly OrganisationId[]): Promise<void> =>
    this.#change(
      () => call(formCluster, { params: { id: this.#id }, body: { name, supplierIds: [...supplierIds] } }),
      m.challenges_cluster_formed({ name }),
    )
  dissolve = (clusterId: ClusterId): Promise<void> =>
    this.#change(() => call(dissolveCluster, { params: { id: this.#id, clusterId } }), m.challenges_cluster_dissolved())
  help = ({ supplier }: Candidate, body: ActionBody): Promise<void> =>
    this.#change(
      () => call(addAction, { params: { id: this.#id, supplierId: supplier.id }, body }),
      m.challenges_action_added(),
    )
  finish = (actionId: CompetenceActionId, done: boolean): Promise<void> =>
    this.#change(() => call(finishAction, { params: { id: this.#id, actionId }, body: { done } }), m.challenges_saved())
}
