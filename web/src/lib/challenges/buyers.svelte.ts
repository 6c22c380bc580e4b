import { askBuyer, joinChallenge, leaveChallenge, listBuyers, type Sent } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'
import type { Option } from '$lib/ui/option.ts'
import type { ChallengeRecord } from './challenge-record.svelte.ts'

export type PartBody = NonNullable<Sent<(typeof joinChallenge)['body']>>

/** Buyers whose names are typed, for the agency that asks them. */
export async function suggestBuyers(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const { items } = await call(listBuyers, { query: { query: typed.trim() } }, { signal })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** What an agency and its buyers do about who takes part in a challenge. */
export class Buyers {
  busy = $state(false)
  readonly #record: ChallengeRecord

  constructor(record: ChallengeRecord) {
    this.#record = record
  }

  async #change(act: () => Promise<unknown>, said: string): Promise<boolean> {
    this.busy = true
    const isDone = await attempt(act, said, { lookAgain: this.#record.load })
    this.busy = false
    return isDone
  }

  ask = (buyerId: OrganisationId): Promise<boolean> =>
    this.#change(
      () => call(askBuyer, { params: { id: this.#record.id, buyerId } }).then(this.#record.load),
      m.challenges_buyer_asked(),
    )
  join = (body: PartBody): Promise<boolean> =>
    this.#change(
      () => call(joinChallenge, { params: { id: this.#record.id }, body }).then(this.#record.load),
      m.challenges_part_kept(),
    )
  end = (act: 'decline' | 'leave', reason: string): Promise<boolean> =>
    this.#change(
      () => call(leaveChallenge, { params: { id: this.#record.id }, body: { act, reason } }),
      act === 'leave' ? m.challenges_left() : m.challenges_declined(),
    )
}
