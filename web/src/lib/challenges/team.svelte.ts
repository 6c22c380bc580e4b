import {
  addMilestone,
  checkBenefit,
  commentOnProposal,
  confirmMilestone,
  inviteToTeam,
  joinTeam,
  leaveTeam,
  readMilestones,
  readTeam,
  type MilestonesView,
  type Sent,
  type TeamView,
} from '@enlace/contracts'
import type { MilestoneId, OrganisationId, ProposalId, TeamPart } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

export type MilestoneBody = NonNullable<Sent<(typeof addMilestone)['body']>>
export type CheckBody = NonNullable<Sent<(typeof checkBenefit)['body']>>
type CommentBody = NonNullable<Sent<(typeof commentOnProposal)['body']>>

/** Who proposes together and who coaches, and what they say to each other. */
export class Team {
  view = $state.raw<TeamView | null>(null)
  error = $state.raw<unknown>(null)
  readonly #id: ProposalId

  constructor(id: ProposalId) {
    this.#id = id
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(readTeam, { params: { id: this.#id } })
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  #change = (change: () => Promise<TeamView>, said: string): Promise<void> =>
    attempt(async () => (this.view = await change()), said, { lookAgain: this.load })

  invite = (organisationId: OrganisationId, part: TeamPart): Promise<void> =>
    this.#change(
      () => call(inviteToTeam, { params: { id: this.#id }, body: { organisationId, part } }),
      m.challenges_team_invited(),
    )
  join = (): Promise<void> =>
    this.#change(() => call(joinTeam, { params: { id: this.#id } }), m.challenges_team_joined())
  leave = (organisationId: OrganisationId): Promise<void> =>
    attempt(
      () => call(leaveTeam, { params: { id: this.#id, organisationId } }).then(this.load),
      m.challenges_team_left(),
      { lookAgain: this.load },
    )
  say = (body: CommentBody): Promise<void> =>
    this.#change(() => call(commentOnProposal, { params: { id: this.#id }, body }), m.challenges_saved())
}

/** Milestones of a proposal with their tranches, and what its benefit came to. */
export class Milestones {
  view = $state.raw<MilestonesView | null>(null)
  error = $state.raw<unknown>(null)
  readonly #id: ProposalId

  constructor(id: ProposalId) {
    this.#id = id
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(readMilestones, { params: { id: this.#id } })
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  #change = (change: () => Promise<MilestonesView>): Promise<void> =>
    attempt(async () => (this.view = await change()), m.challenges_saved(), { lookAgain: this.load })

  add = (body: MilestoneBody): Promise<void> =>
    this.#change(() => call(addMilestone, { params: { id: this.#id }, body }))
  confirm = (milestoneId: MilestoneId): Promise<void> =>
    this.#change(() => call(confirmMilestone, { params: { id: this.#id, milestoneId } }))
  check = (body: CheckBody): Promise<void> => this.#change(() => call(checkBenefit, { params: { id: this.#id }, body }))
}
