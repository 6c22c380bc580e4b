import type { EventPayload } from '@enlace/contracts'
import { listJoined, listTeam, notify, readNoticedNeed, readOrganisation } from '@enlace/database'
import type { NeedId } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

/** Tells a buyer that an agency asks it to join a challenge. */
export const tellAskedBuyer =
  ({ needId, organisationId, buyerId }: EventPayload<'buyer.asked'>): Effect =>
  async (tx) => {
    const [need, agency] = [await readNoticedNeed(tx, needId), await readOrganisation(tx, organisationId)]
    if (need === null || agency === null) return
    const detail = { title: need.title, agency: agency.name }
    await notify(tx, [buyerId], { kind: 'buyer-asked', subject: needId, detail })
  }

/** Tells the agency which buyer joined, declined or left; no other buyer hears of it. */
export const tellBroker =
  (
    name: 'buyer.joined' | 'buyer.left',
    { needId, organisationId, buyerId }: EventPayload<'buyer.joined' | 'buyer.left'>,
  ): Effect =>
  async (tx) => {
    const [need, buyer] = [await readNoticedNeed(tx, needId), await readOrganisation(tx, buyerId)]
    if (need === null || buyer === null) return
    const kind = name === 'buyer.joined' ? 'buyer-joined' : 'buyer-left'
    await notify(tx, [organisationId], { kind, subject: needId, detail: { title: need.title, buyer: buyer.name } })
  }

/** Tells the buyers that joined a challenge what became of it. */
export const tellJoined =
  (needId: NeedId, what: string): Effect =>
  async (tx) => {
    const joined = await listJoined(tx, needId)
    const need = joined.length === 0 ? null : await readNoticedNeed(tx, needId)
    if (need === null) return
    const detail = { title: need.title, what }
    await notify(tx, joined, { kind: 'challenge-joined-changed', subject: needId, detail })
  }

/** Tells a firm and its partners that one of the buyers answered; which one and what, they read at the proposal. */
export const tellOfAnswer =
  ({ needId, proposalId, answer }: EventPayload<'proposal.answered'>): Effect =>
  async (tx) => {
    const need = await readNoticedNeed(tx, needId)
    if (need === null) return
    const detail = { title: need.title, answer }
    await notify(tx, await listTeam(tx, proposalId), { kind: 'proposal-answered', subject: proposalId, detail })
  }
