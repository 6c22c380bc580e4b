import { listOutcomes, sayOutcome, type OutcomeView } from '@enlace/contracts'
import type { MatchdayId, MeetingOutcome, OutcomeVerdict } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { sayProblem } from '$lib/ui/attempt.ts'

const saidOf = ({ held, interest, nextStep, nextBy, nextOn, value, note }: MeetingOutcome): MeetingOutcome => ({
  ...{ held, interest, nextStep, nextBy, nextOn, value, note },
})

/** What one says of one meeting while it is said: it saves itself, one save at a time, and goes back step by step. */
export class OutcomeDraft {
  said = $state<MeetingOutcome>() as MeetingOutcome
  verdict = $state<OutcomeVerdict>('open')
  status = $state<'still' | 'saving' | 'saved'>('still')
  readonly of: Pick<OutcomeView, 'meetingId' | 'other' | 'startsAt' | 'place'>
  readonly #day: MatchdayId
  #revision: number
  #kept: MeetingOutcome
  #before = $state.raw<readonly MeetingOutcome[]>([])

  constructor(day: MatchdayId, view: OutcomeView) {
    this.#day = day
    this.of = view
    this.said = saidOf(view)
    this.verdict = view.verdict
    this.#kept = saidOf(view)
    this.#revision = view.revision
  }

  get undoable(): boolean {
    return this.#before.length > 0
  }

  save = async (): Promise<void> => {
    if (this.status === 'saving' || JSON.stringify(this.said) === JSON.stringify(this.#kept)) return
    const before = this.#kept
    if (await this.#keep()) this.#before = [...this.#before, before]
    // What was said while it was saved is saved too.
    if (this.status === 'saved') await this.save()
  }

  undo = async (): Promise<void> => {
    const back = this.#before.at(-1)
    if (back === undefined || this.status === 'saving') return
    this.said = back
    if (await this.#keep()) this.#before = this.#before.slice(0, -1)
  }

  async #keep(): Promise<boolean> {
    const sent = $state.snapshot(this.said)
    this.status = 'saving'
    try {
      const params = { id: this.#day, meetingId: this.of.meetingId }
      const view = await call(sayOutcome, { params, body: { ...sent, revision: this.#revision } })
      this.#revision = view.revision
      this.verdict = view.verdict
      // The server leaves out what does not go with a meeting that was not held.
      if (JSON.stringify(sent) === JSON.stringify($state.snapshot(this.said))) this.said = saidOf(view)
      this.#kept = saidOf(view)
      this.status = 'saved'
      return true
    } catch (error) {
      this.status = 'still'
      sayProblem(error)
      return false
    }
  }
}

/** A side's meetings at a matchday with what it says of them; those without an answer when the page opened come first. */
export class OutcomeDrafts extends Loaded<{ readonly begun: boolean; readonly drafts: readonly OutcomeDraft[] }> {
  constructor(id: MatchdayId) {
    super(async () => {
      const { begun, items } = await call(listOutcomes, { params: { id } })
      return { begun, drafts: items.map((item) => new OutcomeDraft(id, item)) }
    })
  }

  get left(): number {
    return (this.view?.drafts ?? []).filter(({ said }) => said.held === null).length
  }
}
