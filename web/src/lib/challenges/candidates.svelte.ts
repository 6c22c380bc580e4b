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
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

export type ActionBody = NonNullable<Sent<(typeof addAction)['body']>>
export type Candidate = CandidatesView['items'][number]

/** The firms of a challenge as the reader may see them, and what can be done with them. */
export class Candidates extends Loaded<CandidatesView> {
  readonly #id: NeedId

  constructor(id: NeedId) {
    super(() => call(listCandidates, { params: { id } }))
    this.#id = id
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
  #change(change: () => Promise<CandidatesView>, said: string): Promise<boolean> {
    return attempt(async () => this.take(await change()), said, { lookAgain: this.load })
  }

  askReviewer = (organisationId: OrganisationId): Promise<boolean> =>
    this.#change(
      () => call(nameReviewer, { params: { id: this.#id }, body: { organisationId } }),
      m.challenges_reviewer_named(),
    )
  add = (supplierId: OrganisationId): Promise<boolean> =>
    this.#change(() => call(addCandidate, { params: { id: this.#id, supplierId } }), m.challenges_candidate_added())
  remove = ({ supplier }: Candidate): Promise<boolean> =>
    this.#change(
      () => call(removeCandidate, { params: { id: this.#id, supplierId: supplier.id } }),
      m.challenges_candidate_removed({ name: supplier.name }),
    )
  review = ({ supplier }: Candidate, review: Review): Promise<boolean> =>
    this.#change(
      () => call(reviewCandidate, { params: { id: this.#id, supplierId: supplier.id }, body: review }),
      m.challenges_reviewed({ name: supplier.name }),
    )
  form = (name: string, supplierIds: readonly OrganisationId[]): Promise<boolean> =>
    this.#change(
      () => call(formCluster, { params: { id: this.#id }, body: { name, supplierIds: [...supplierIds] } }),
      m.challenges_cluster_formed({ name }),
    )
  dissolve = (clusterId: ClusterId): Promise<boolean> =>
    this.#change(() => call(dissolveCluster, { params: { id: this.#id, clusterId } }), m.challenges_cluster_dissolved())
  help = ({ supplier }: Candidate, body: ActionBody): Promise<boolean> =>
    this.#change(
      () => call(addAction, { params: { id: this.#id, supplierId: supplier.id }, body }),
      m.challenges_action_added(),
    )
  finish = (actionId: CompetenceActionId, done: boolean): Promise<boolean> =>
    this.#change(() => call(finishAction, { params: { id: this.#id, actionId }, body: { done } }), m.challenges_saved())
}
