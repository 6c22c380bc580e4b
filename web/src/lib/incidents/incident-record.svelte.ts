import { listIncidents, reportIncident, undoIncident, type IncidentReport, type IncidentView } from '@enlace/contracts'
import type { IncidentId, MatchdayId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

/** What happens while a matchday runs: reporting it, and for the organiser all of it, which can be taken back. */
export class IncidentRecord extends Loaded<readonly IncidentView[]> {
  readonly #params: { readonly id: MatchdayId }
  readonly #reread: () => Promise<unknown>
  busy = $state(false)
  /** Whether what was added last was refused for a cap, which the organiser may pass. */
  capped = $state(false)

  constructor(id: MatchdayId, reread: () => Promise<unknown>) {
    super(async () => (await call(listIncidents, { params: { id } })).items)
    this.#params = { id }
    this.#reread = reread
  }

  report = (report: IncidentReport, insist = false): Promise<boolean> => {
    this.capped = false
    return this.#try(
      () => call(reportIncident, { params: this.#params, body: { report, insist } }).catch(this.#hearCap),
      m.incidents_said_reported(),
    )
  }

  undo = (incidentId: IncidentId): Promise<boolean> =>
    this.#try(() => call(undoIncident, { params: { ...this.#params, incidentId } }), m.incidents_said_undone())

  #hearCap = (error: unknown): never => {
    this.capped = error instanceof CallError && error.code === 'meeting.cap'
    throw error
  }

  async #try(act: () => Promise<unknown>, done: string): Promise<boolean> {
    this.busy = true
    const isDone = await attempt(act, done, { lookAgain: this.#reread })
    if (isDone) await this.#reread()
    this.busy = false
    return isDone
  }
}
