import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'

import {
  asSystem,
  claimUnpublished,
  insertSavedSearch,
  markPublished,
  openDatabase,
  type Database,
} from '@enlace/database'
import {
  asId,
  type EventId,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type Rhythm,
  type SavedSearchId,
  type SearchedThings,
  type UserId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeMember, makeNeed, makeOrganisation, needContent, testDatabase } from '@enlace/testing'

import { findAlerts } from '../src/alerts/find-alerts.ts'
import { tellDue } from '../src/alerts/tell-due.ts'
import { deliver } from '../src/reactions/react.ts'

const log = createLog('worker-test', 'silent')
const publicUrl = 'https://enlace.example'

// Santiago is four hours behind UTC in winter: noon there, late evening there, and eight the next morning.
export const noon = '2026-06-10T16:00:00Z'
export const night = '2026-06-11T01:00:00Z'
export const dawn = '2026-06-11T11:00:00Z'
export const eight = '2026-06-11T12:00:00Z'

type Saved = {
  rhythm?: Rhythm
  words?: readonly string[]
  terms?: string[][]
  searched?: SearchedThings
  of?: UserId
  by?: OrganisationId
}

/** A buyer who posts and a supplier's person who saves searches, with time in the test's hands. */
export class AlertWorld {
  readonly url: string
  /** As the owner of the tables. */
  readonly owner: postgres.Sql
  readonly database: Database
  buyer = asId<OrganisationId>('')
  supplier = asId<OrganisationId>('')
  person = asId<UserId>('')
  #number = 0

  private constructor(url: string) {
    this.url = url
    this.owner = postgres(url, { onnotice: () => undefined })
    this.database = openDatabase({ url, role: 'enlace_system', maxConnections: 12 })
  }

  static async open(): Promise<AlertWorld> {
    return new AlertWorld(await testDatabase())
  }

  async close(): Promise<void> {
    await this.database.close()
    await this.owner.end()
  }

  /** Forgets what was saved and told before, and brings in new people. */
  async begin(): Promise<void> {
    this.#number += 1
    await this.owner`delete from saved_searches`
    await this.owner`delete from mails`
    await this.owner`delete from notifications`
    await asSystem(this.database, async (tx) => {
      this.buyer = await makeOrganisation(tx, 'buyer', 'Mina Sur')
      this.supplier = await makeOrganisation(tx, 'supplier', 'Bombas')
      this.person = await makeMember(tx, this.supplier, 'bidder', `rosa${this.#number}@people.example`)
    })
  }

  /** Saves a search for pumps, of the supplier's person unless told otherwise. */
  async save(given: Saved = {}): Promise<SavedSearchId> {
    const { rhythm = 'instant', words = ['pump'], terms = [], searched = 'needs' } = given
    const { of: userId = this.person, by: organisationId = this.supplier } = given
    const id = asId<SavedSearchId>(uuidv7())
    const asked = { query: words.join(' '), filters: { country: ['CL'] } }
    await asSystem(this.database, (tx) =>
      insertSavedSearch(tx, { id, organisationId, userId, searched, name: 'Pumps', rhythm, asked, words, terms }),
    )
    return id
  }

  post(given: Partial<NeedContent> = {}): Promise<NeedId> {
    return asSystem(this.database, (tx) => makeNeed(tx, this.buyer, needContent({ title: 'Slurry pumps', ...given })))
  }

  /** Lets the reaction hear all that happened, each event twice, as the queue may. */
  async hear(at: string): Promise<void> {
    await asSystem(this.database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
    const due = await this.owner<{ event_id: EventId }[]>`
      select event_id from reaction_runs where reaction = 'find-alerts' and done_at is null order by event_id`
    const find = findAlerts(() => new Date(at))
    const react = deliver(this.database, log, 'find-alerts', find)
    for (const { event_id: id } of due) await Promise.all([react(id), react(id)])
  }

  tell(at: string): Promise<number> {
    return tellDue({ database: this.database, publicUrl }, new Date(at))
  }

  /** The subjects of all mails. */
  async subjects(): Promise<string[]> {
    return (await this.owner<{ subject: string }[]>`select subject from mails order by id`).map((row) => row.subject)
  }

  async notices(): Promise<unknown[]> {
    return [...(await this.owner`select person_id as person, kind, detail from notifications order by id`)]
  }
}
