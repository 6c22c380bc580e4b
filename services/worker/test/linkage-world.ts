import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import postgres from 'postgres'

import type { ReactionName } from '@enlace/contracts'
import { asSystem, claimUnpublished, markPublished, openDatabase, type Database } from '@enlace/database'
import { asId, type EventId, type NeedContent, type NeedId, type OrganisationId, type ProposalId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeMember, makeNeed, makeOrganisation, needContent, testDatabase } from '@enlace/testing'

import { closeChallenge } from '../src/challenges/close-challenge.ts'
import { askDue } from '../src/linkages/ask-due.ts'
import { openContract } from '../src/linkages/open-contract.ts'
import { startLinkage } from '../src/linkages/start-linkage.ts'
import { tellLinkage } from '../src/linkages/tell-linkage.ts'
import { notify } from '../src/notifications/notify.ts'
import { deliver } from '../src/reactions/react.ts'
import type { Reaction } from '../src/reactions/reaction.ts'

const log = createLog('worker-test', 'silent')
const publicUrl = 'https://enlace.example'
const reactions: Partial<Readonly<Record<ReactionName, Reaction>>> = {
  'open-contract': openContract,
  'start-linkage': startLinkage,
  'tell-linkage': tellLinkage(publicUrl),
  'close-challenge': closeChallenge,
}

export type Pair = { readonly buyer: OrganisationId; readonly supplier: OrganisationId; readonly needId: NeedId }

export type BrokeredChallenge = {
  readonly agency: OrganisationId
  readonly supplier: OrganisationId
  readonly needId: NeedId
  readonly proposalId: ProposalId
  readonly buyers: readonly OrganisationId[]
}

/** A database of its own in which buyers and suppliers are brought together. */
export class LinkageWorld {
  /** As the owner of the tables. */
  readonly owner: postgres.Sql
  readonly database: Database
  readonly url: string
  readonly #reactions: typeof reactions
  #number = 0

  private constructor(url: string, tells: boolean) {
    this.url = url
    this.#reactions = tells ? { ...reactions, notify } : reactions
    this.owner = postgres(url, { onnotice: () => undefined })
    this.database = openDatabase({ url, role: 'enlace_system', maxConnections: 12 })
  }

  /** `tells` where the notices of other reactions are to be heard too. */
  static async open({ tells = false } = {}): Promise<LinkageWorld> {
    return new LinkageWorld(await testDatabase(), tells)
  }

  async close(): Promise<void> {
    await this.database.close()
    await this.owner.end()
  }

  /** A buyer with a need and a supplier, each with one person. */
  pair(content: Partial<NeedContent> = {}): Promise<Pair> {
    const number = (this.#number += 1)
    return asSystem(this.database, async (tx) => {
      const buyer = await makeOrganisation(tx, 'buyer', 'Mina Sur')
      const supplier = await makeOrganisation(tx, 'supplier', 'Bombas Ltda')
      await makeMember(tx, buyer, 'buyer', `ana${number}@buyer.example`)
      await makeMember(tx, supplier, 'bidder', `rosa${number}@supplier.example`)
      const needId = await makeNeed(tx, buyer, needContent({ title: 'Pumps', ...content }))
      return { buyer, supplier, needId }
    })
  }

  /** A published challenge that an agency opened for so many buyers, with a proposal that the agency took on. */
  async brokered(count: number): Promise<BrokeredChallenge> {
    const begun = await asSystem(this.database, async (tx) => {
      const agency = await makeOrganisation(tx, 'agency', 'Agencia Andes')
      const needId = await makeNeed(tx, agency, needContent({ title: 'Dust', kind: 'challenge' }))
      return { agency, needId, supplier: await makeOrganisation(tx, 'supplier', 'Bombas Ltda') }
    })
    // That it was published is heard before anybody is there to be told.
    await this.hear()
    return asSystem(this.database, async (tx) => {
      const { needId, supplier } = begun
      const proposalId = asId<ProposalId>(randomUUID())
      await tx.execute(sql`
        insert into proposals (id, need_id, supplier_id, stage, handed_in_at, due_at, submitted_at)
        values (${proposalId}, ${needId}, ${supplier}, 'proposal', now(), now() + interval '9 days', now())`)
      const buyers: OrganisationId[] = []
      for (let number = 1; number <= count; number += 1) {
        const buyer = await makeOrganisation(tx, 'buyer', `Mina ${number}`)
        await tx.execute(sql`
          insert into challenge_buyers (need_id, organisation_id, state, named, number, answered_at)
          values (${needId}, ${buyer}, 'joined', ${number === 1}, ${number}, now())`)
        buyers.push(buyer)
      }
      return { ...begun, proposalId, buyers }
    })
  }

  /** Lets the reactions hear all that happened, each event twice at once, as the queue may. */
  async hear(): Promise<void> {
    for (;;) {
      await asSystem(this.database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
      const due = await this.owner<{ event_id: EventId; reaction: ReactionName }[]>`
        select event_id, reaction from reaction_runs where reaction = any(${Object.keys(this.#reactions)}) and done_at is null order by event_id`
      if (due.length === 0) return
      await Promise.all(
        due.flatMap(({ event_id: id, reaction: name }) => {
          const reaction = this.#reactions[name]
          return reaction === undefined ? [] : [1, 2].map(() => deliver(this.database, log, name, reaction)(id))
        }),
      )
    }
  }

  ask(at: Date): Promise<number> {
    return askDue({ database: this.database, publicUrl }, at)
  }

  async linkages({ buyer }: Pair): Promise<{ id: string; stage: string; buyer_hidden: boolean; moves: string }[]> {
    return [
      ...(await this.owner<{ id: string; stage: string; buyer_hidden: boolean; moves: string }[]>`
        select id, stage, buyer_hidden, (select string_agg(kind, ' ' order by seq) from linkage_moves where linkage_id = linkages.id) as moves
        from linkages where buyer_id = ${buyer} order by started_at`),
    ]
  }

  /** What an organisation was told, oldest first. */
  async told(organisation: OrganisationId): Promise<unknown[]> {
    const rows = await this.owner<{ kind: string; detail: Record<string, unknown> }[]>`
      select kind, detail from notifications where organisation_id = ${organisation} order by id`
    return rows.map(({ kind, detail }) => [kind, detail])
  }

  async mails(recipient: string): Promise<{ subject: string; body: string }[]> {
    return [
      ...(await this.owner<{ subject: string; body: string }[]>`
        select subject, body from mails where recipient like ${recipient} order by id`),
    ]
  }
}
