import {
  listProposals,
  moveProposal,
  publishNeed,
  readChallenge,
  saveBrief,
  startProposal,
  submitBrief,
  topic,
  voteOnBrief,
  type ChallengeView,
  type ProposalCard,
  type Sent,
} from '@enlace/contracts'
import { blankProposal, type NeedId, type OrganisationId, type ProposalId, type StageAct } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import { actWords } from './words.ts'

export type BriefBody = NonNullable<Sent<(typeof saveBrief)['body']>>

/** One challenge as its reader may see it, and what can be done with it. */
export class ChallengeRecord {
  view = $state.raw<ChallengeView | null>(null)
  error = $state.raw<unknown>(null)
  busy = $state(false)
  /** How often it was heard that something about it changed; what shows a part of it reads that anew. */
  heard = $state(0)
  /** What was handed in; read only where it is shown, since each reading leaves a line with its firm. */
  proposals = $state.raw<readonly ProposalCard[] | null>(null)
  proposalsError = $state.raw<unknown>(null)
  readonly id: NeedId
  #words: string | null = null

  constructor(id: NeedId) {
    this.id = id
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(readChallenge, { params: { id: this.id } })
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  loadProposals = async (words = ''): Promise<void> => {
    this.#words = words
    try {
      const { items } = await call(listProposals, { params: { id: this.id }, query: { query: words } })
      if (words === this.#words) [this.proposals, this.proposalsError] = [items, null]
    } catch (error) {
      if (words === this.#words) this.proposalsError = error
    }
  }

  /** Follows what becomes of it until the returned function is called. */
  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => this.#changed(),
      message: (name, data) => {
        if (name === 'challenge.changed' && (data as { needId: string }).needId === this.id) this.#changed()
        // A buyer of several hears by a notice what the agency and the firms do; no event of theirs names it.
        if (name === 'notification.created' && (this.view?.buyerState ?? null) !== null) this.#changed()
      },
    })
  }

  #changed(): void {
    this.heard += 1
    void this.load()
  }

  /** Does one thing and says so, or says what went wrong and looks again. */
  async #act<Done>(act: () => Promise<Done>, said: string): Promise<Done | null> {
    this.busy = true
    let done: Done | null = null
    await attempt(async () => (done = await act()), said, { lookAgain: this.load })
    this.busy = false
    return done
  }

  /** Keeps the brief; throws where its form must say what is wrong. */
  save = async (body: BriefBody): Promise<void> => {
    this.view = await call(saveBrief, { params: { id: this.id }, body })
    toasts.say(m.challenges_saved())
  }

  submit = async (): Promise<void> => {
    const revision = this.view?.brief?.revision ?? 0
    const view = await this.#act(
      () => call(submitBrief, { params: { id: this.id }, body: { revision } }),
      m.challenges_submitted(),
    )
    if (view !== null) this.view = view
  }

  vote = async (yes: boolean, reason: string): Promise<void> => {
    const version = this.view?.brief?.version ?? 0
    const view = await this.#act(
      () => call(voteOnBrief, { params: { id: this.id }, body: { yes, reason, version } }),
      m.challenges_voted(),
    )
    if (view !== null) this.view = view
  }

  publish = async (): Promise<void> => {
    await this.#act(() => call(publishNeed, { params: { id: this.id } }), m.challenges_published())
    await this.load()
  }

  /** Begins our proposal; its id, or null where that was refused. */
  propose = async (): Promise<ProposalId | null> => {
    const started = await this.#act(
      () => call(startProposal, { params: { id: this.id }, body: blankProposal }),
      m.challenges_started(),
    )
    return started?.id ?? null
  }

  move = async (proposal: ProposalCard, act: StageAct, reason: string): Promise<void> => {
    const { id, stage } = proposal
    const done = await this.#act(
      () => call(moveProposal, { params: { id }, body: { act, reason, stage } }),
      `${actWords[act]()}: ${proposal.supplier.name}`,
    )
    if (done === null) return this.loadProposals(this.#words ?? '')
    this.proposals = (this.proposals ?? []).map((one) =>
      one.id === id ? { ...one, ...done, handedInAt: null, dueAt: null } : one,
    )
    await this.load()
  }
}
