import {
  answerProposal,
  listProposalReads,
  moveProposal,
  readProposal,
  saveProposal,
  topic,
  type ProposalView,
  type ReadView,
} from '@enlace/contracts'
import type { Answer, OrganisationId, ProposalContent, ProposalId, StageAct } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { live } from '$lib/live/live.svelte.ts'
import { Paged } from '$lib/paging/paged.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { session } from '$lib/session/session.svelte.ts'
import { attempt, sayProblem } from '$lib/ui/attempt.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import { actWords } from './words.ts'

type Draft = { -readonly [Key in keyof ProposalContent]: ProposalContent[Key] }

/** One proposal: as it stands, as its team writes on at it, and who outside the team read it. */
export class ProposalRecord {
  view = $state.raw<ProposalView | null>(null)
  draft = $state<Draft | null>(null)
  error = $state.raw<unknown>(null)
  formError = $state.raw<unknown>(null)
  busy = $state(false)
  /** How often it was heard that something about it changed; what shows a part of it reads that anew. */
  heard = $state(0)
  readonly reads: Paged<ReadView>
  readonly #id: ProposalId

  constructor(id: ProposalId) {
    this.#id = id
    this.reads = new Paged<ReadView>((cursor) =>
      call(listProposalReads, { params: { id }, query: cursor === undefined ? {} : { cursor } }),
    )
  }

  /** Whether its team writes on at it now. */
  get writing(): boolean {
    const [view, own] = [this.view, session.organisation]
    if (view === null || own === null || !view.mine || view.handedIn) return false
    const ended = ['contract', 'stopped', 'withdrawn'].includes(view.stage)
    return !ended && session.may('proposal.write', { organisationId: view.supplier.id, relatedIds: [own.id] })
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(readProposal, { params: { id: this.#id } })
      this.draft = { ...this.view.content }
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  /** Follows its team's changes until the returned function is called; what is being typed is left alone. */
  follow(organisationId: OrganisationId): () => void {
    return live.listen(topic.organisation(organisationId), {
      resync: () => this.#changed(),
      message: (name) => {
        if (name === 'challenge.changed') this.#changed()
      },
    })
  }

  #changed(): void {
    this.heard += 1
    if (!this.writing) void this.load()
  }

  fault = (path: string): string | undefined =>
    this.formError instanceof CallError ? this.formError.fault(`content.${path}`) : undefined

  /** Keeps what is written; whether it was kept. */
  save = async (): Promise<boolean> => {
    const { view, draft } = this
    if (view === null || draft === null) return false
    this.busy = true
    this.formError = null
    try {
      const body = { content: { ...draft }, revision: view.revision }
      const { revision } = await call(saveProposal, { params: { id: view.id }, body })
      this.view = { ...view, revision, content: { ...draft } }
      toasts.say(m.challenges_saved())
      return true
    } catch (error) {
      this.formError = error
      return false
    } finally {
      this.busy = false
    }
  }

  /** Keeps what is written and hands it in. */
  handIn = async (): Promise<void> => {
    if (await this.save()) await this.move('hand-in', '')
  }

  /** Says, as one of several buyers, what we think of it. */
  answer = async (answer: Answer, reason: string): Promise<void> => {
    this.busy = true
    const id = this.#id
    await attempt(
      () => call(answerProposal, { params: { id }, body: { answer, reason } }).then(this.load),
      m.challenges_answered(),
      { lookAgain: this.load },
    )
    this.busy = false
  }

  move = async (act: StageAct, reason: string): Promise<void> => {
    const { view } = this
    if (view === null) return
    this.busy = true
    this.formError = null
    try {
      await call(moveProposal, { params: { id: view.id }, body: { act, reason, stage: view.stage } })
      toasts.say(`${actWords[act]()}: ${view.content.title}`)
      await this.load()
    } catch (error) {
      this.formError = error
      if (!(error instanceof CallError) || error.faults.length === 0) sayProblem(error)
    }
    this.busy = false
  }
}
