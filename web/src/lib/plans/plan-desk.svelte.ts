import {
  comparePlans,
  planMatchday,
  publishPlan,
  stopPlan,
  takeOverPlan,
  undoPublication,
  type LiveData,
  type MatchdayPlan,
  type MatchdayView,
  type PlanComparisonView,
  type planSeconds,
  type PlanProgressView,
  type Topic,
} from '@enlace/contracts'
import { asItIs, type MatchdayPlanId, type MeetingId, type PlanAssumptions } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { live } from '$lib/live/live.svelte.ts'
import type { MatchdayRecord } from '$lib/matchdays/matchday-record.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

type Wish = {
  readonly name?: string
  readonly seconds?: (typeof planSeconds)[number]
  readonly assumed?: PlanAssumptions
  readonly kept?: readonly MeetingId[]
}

/** What an organiser does with the timetables of a matchday, and how far the one is that is being made. */
export class PlanDesk {
  readonly record: MatchdayRecord
  busy = $state(false)
  #heard = $state.raw<LiveData<'plan.progressed'> | null>(null)

  constructor(record: MatchdayRecord) {
    this.record = record
  }

  get plans(): readonly MatchdayPlan[] {
    return this.record.view?.plans ?? []
  }

  /** The plan that is being made, or null. */
  get making(): MatchdayPlan | null {
    return this.plans.find(({ state }) => state === 'asked') ?? null
  }

  /** How far it is, as it was last heard or read. */
  get progress(): PlanProgressView | null {
    const { making } = this
    if (making === null) return null
    return this.#heard?.planId === making.id ? this.#heard.progress : making.progress
  }

  follow(heard: Topic): () => void {
    return live.listen(heard, {
      // The record reads everything anew.
      resync: () => undefined,
      message: (name, data) => {
        if (name === 'plan.progressed') this.#heard = data as LiveData<'plan.progressed'>
      },
    })
  }

  ask = ({ name = '', seconds = 5, assumed = asItIs, kept = [] }: Wish): Promise<boolean> =>
    this.#try(async () => {
      const { withoutSessions, absent } = assumed
      const body = {
        ...{ name, seconds, kept: [...kept] },
        assumed: { ...assumed, withoutSessions: [...withoutSessions], absent: [...absent] },
      }
      await call(planMatchday, { params: { id: this.record.id }, body })
      await this.record.load()
    }, m.matchdays_said_planning())

  stop = (plan: MatchdayPlan, how: 'take' | 'call-off'): Promise<boolean> =>
    this.#try(
      async () => this.record.take(await call(stopPlan, { params: this.#at(plan), body: { how } })),
      how === 'take' ? m.plans_said_taken() : m.plans_said_called_off(),
    )

  publish = (plan: MatchdayPlan): Promise<boolean> =>
    this.#try(() => this.#withMeetings(call(publishPlan, { params: this.#at(plan) })), m.matchdays_said_published())

  undo = (plan: MatchdayPlan): Promise<boolean> =>
    this.#try(() => this.#withMeetings(call(undoPublication, { params: this.#at(plan) })), m.plans_said_undone())

  takeOver = (plan: MatchdayPlan): Promise<boolean> =>
    this.#try(
      async () => this.record.take(await call(takeOverPlan, { params: this.#at(plan) })),
      m.plans_said_taken_over(),
    )

  compare = (one: MatchdayPlanId, otherId: MatchdayPlanId): Promise<PlanComparisonView> =>
    call(comparePlans, { params: { id: this.record.id, planId: one, otherId } })

  #at({ id: planId }: MatchdayPlan) {
    return { id: this.record.id, planId }
  }

  async #withMeetings(answer: Promise<MatchdayView>): Promise<void> {
    const view = await answer
    await this.record.meetings.load()
    this.record.take(view)
  }

  async #try(act: () => Promise<unknown>, done: string): Promise<boolean> {
    this.busy = true
    const isDone = await attempt(act, done, { lookAgain: this.record.loadAll })
    this.busy = false
    return isDone
  }
}
