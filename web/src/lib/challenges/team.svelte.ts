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
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

export type MilestoneBody = NonNullable<Sent<(typeof addMilestone)['body']>>
export type CheckBody = NonNullable<Sent<(typeof checkBenefit)['body']>>
type CommentBody = NonNullable<Sent<(typeof commentOnProposal)['body']>>

/** Who proposes together and who coaches, and what they say to each other. */
export class Team extends Loaded<TeamView> {
  readonly #id: ProposalId

  constructor(id: ProposalId) {
    super(() => call(readTeam, { params: { id } }))
    this.#id = id
  }

  #change = (change: () => Promise<TeamView>, said: string): Promise<boolean> =>
    attempt(async () => this.take(await change()), said, { lookAgain: this.load })

  invite = (organisationId: OrganisationId, part: TeamPart): Promise<boolean> =>
    this.#change(
      () => call(inviteToTeam, { params: { id: this.#id }, body: { organisationId, part } }),
      m.challenges_team_invited(),
    )
  join = (): Promise<boolean> =>
    this.#change(() => call(joinTeam, { params: { id: this.#id } }), m.challenges_team_joined())
  leave = (organisationId: OrganisationId): Promise<boolean> =>
    attempt(
      () => call(leaveTeam, { params: { id: this.#id, organisationId } }).then(this.load),
      m.challenges_team_left(),
      { lookAgain: this.load },
    )
  say = (body: CommentBody): Promise<boolean> =>
    this.#change(() => call(commentOnProposal, { params: { id: this.#id }, body }), m.challenges_saved())
}

/** Milestones of a proposal with their tranches, and what its benefit came to. */
export class Milestones extends Loaded<MilestonesView> {
  readonly #id: ProposalId

  constructor(id: ProposalId) {
    super(() => call(readMilestones, { params: { id } }))
    this.#id = id
  }

  #change = (change: () => Promise<MilestonesView>): Promise<boolean> =>
    attempt(async () => this.take(await change()), m.challenges_saved(), { lookAgain: this.load })

  add = (body: MilestoneBody): Promise<boolean> =>
    this.#change(() => call(addMilestone, { params: { id: this.#id }, body }))
  confirm = (milestoneId: MilestoneId): Promise<boolean> =>
    this.#change(() => call(confirmMilestone, { params: { id: this.#id, milestoneId } }))
  check = (body: CheckBody): Promise<boolean> =>
    this.#change(() => call(checkBenefit, { params: { id: this.#id }, body }))
}
