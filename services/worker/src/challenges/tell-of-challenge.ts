import type { EventPayload } from '@enlace/contracts'
import { listJoined, listTeam, notify, readNoticedNeed, readOrganisation } from '@enlace/database'

import { noEffect, type Effect } from '../reactions/reaction.ts'

/** Tells a buyer's people that a brief waits for their votes. */
export const tellBoard =
  ({ needId, organisationId }: EventPayload<'brief.submitted'>): Effect =>
  async (tx) => {
    const need = await readNoticedNeed(tx, needId)
    if (need !== null)
      await notify(tx, [organisationId], { kind: 'brief-submitted', subject: needId, detail: { title: need.title } })
  }

/** Tells a buyer's people what its board decided; a vote that decides nothing is not told. */
export const tellDecision = ({ needId, organisationId, decision }: EventPayload<'brief.voted'>): Effect =>
  decision === null
    ? noEffect
    : async (tx) => {
        const need = await readNoticedNeed(tx, needId)
        if (need === null) return
        await notify(tx, [organisationId], {
          kind: 'brief-decided',
          subject: needId,
          detail: { title: need.title, decision },
        })
      }

/** Tells the buyer, or the agency and all buyers that joined, of what a firm did with its proposal, and the firm with its partners of what the buyer decided. */
export const tellOfMove =
  ({ needId, organisationId, supplierId, proposalId, act, to }: EventPayload<'proposal.moved'>): Effect =>
  async (tx) => {
    const [need, supplier] = [await readNoticedNeed(tx, needId), await readOrganisation(tx, supplierId)]
    if (need === null || supplier === null) return
    const byFirm = act === 'hand-in' || act === 'withdraw'
    const detail = { title: need.title, supplier: supplier.name, need: needId, act, stage: to }
    const readers = [organisationId, ...(await listJoined(tx, needId))]
    if (byFirm) await notify(tx, readers, { kind: 'proposal-handed-in', subject: proposalId, detail })
    else await notify(tx, await listTeam(tx, proposalId), { kind: 'proposal-moved', subject: proposalId, detail })
  }

/** Tells an agency or expert that its view of firms is asked for. */
export const tellReviewer =
  ({ needId, reviewerId }: EventPayload<'reviewer.named'>): Effect =>
  async (tx) => {
    const need = await readNoticedNeed(tx, needId)
    if (need !== null)
      await notify(tx, [reviewerId], { kind: 'review-asked', subject: needId, detail: { title: need.title } })
  }

/** Tells each firm of a cluster that it is in one; who the others are is told to none. */
export const tellCluster =
  ({ needId, supplierIds }: EventPayload<'cluster.formed'>): Effect =>
  async (tx) => {
    const need = await readNoticedNeed(tx, needId)
    if (need !== null)
      await notify(tx, supplierIds, { kind: 'cluster-joined', subject: needId, detail: { title: need.title } })
  }

/** Tells an organisation that a firm asks it to propose together, or to coach. */
export const tellAsked =
  ({ needId, supplierId, proposalId, memberId }: EventPayload<'team.asked'>): Effect =>
  async (tx) => {
    const [need, supplier] = [await readNoticedNeed(tx, needId), await readOrganisation(tx, supplierId)]
    if (need === null || supplier === null) return
    const detail = { title: need.title, supplier: supplier.name }
    await notify(tx, [memberId], { kind: 'team-asked', subject: proposalId, detail })
  }
