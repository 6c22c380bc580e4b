import {
  asSystem,
  discloseToAgencies,
  findPerson,
  insertDeclarations,
  insertFirms,
  insertInnovation,
  insertMember,
  insertOrganisations,
  insertPastLinkage,
  insertPerson,
  insertPublishedNeeds,
  insertPublishedPassports,
  keepMissedSearches,
  publishInnovation,
  record,
  takeTime,
  type Database,
  type Transaction,
} from '@enlace/database'
import {
  assert,
  type EntryId,
  type InnovationId,
  type LinkageId,
  type NeedId,
  type OrganisationId,
  type PassportContent,
  type PassportId,
  type UserId,
} from '@enlace/domain'

import { missedSearch } from '@enlace/taxonomy'

import type { Demo } from './demo.ts'
import { onStage } from './act.ts'
import { findCast } from './cast.ts'
import { demoId } from './demo-id.ts'
import { playCalls } from './play-calls.ts'
import { playChallenges } from './play-challenges.ts'
import { playMatchdays } from './play-matchdays.ts'
import { prepareBrokered } from './load-brokered.ts'

const organisationId = (key: string): OrganisationId => demoId('organisation', key)

const dayMs = 86_400_000

/**
 * Fills an installation with the demo in one transaction, so that it is there whole or not at all.
 * @returns false where it was there already
 */
export const loadDemo = (database: Database, demo: Demo, now: Date): Promise<boolean> =>
  asSystem(database, async (tx) => {
    const rows = demo.organisations.map(({ key, ...organisation }) => ({ ...organisation, id: organisationId(key) }))
    await takeTime(tx)
    // Of two loaders the second waits here for the first. An installation keeps the demo it once got, even where a
    // newer one has more in it: people may have worked with it.
    if ((await insertOrganisations(tx, rows.slice(0, 1))).length === 0) return false
    await insertOrganisations(tx, rows.slice(1))
    await insertPublishedPassports(
      tx,
      demo.passports.map(({ organisation, content }) => ({
        id: demoId<PassportId>('passport', organisation),
        organisationId: organisationId(organisation),
        content: withEntryIds(organisation, content),
      })),
      null,
    )
    await insertPublishedNeeds(
      tx,
      demo.needs.map((need) => ({
        id: demoId<NeedId>('need', need.key),
        organisationId: organisationId(need.organisation),
        content: need.content,
        publishedAt: new Date(now.getTime() - need.publishedDaysAgo * dayMs).toISOString(),
      })),
      null,
    )
    await insertDeclarations(tx, declaring(demo), new Date(now.getTime() - 40 * dayMs).toISOString().slice(0, 10))
    await insertCare(tx, demo)
    await insertLinkages(tx, demo, now)
    await insertPeople(tx, demo)
    await showInnovations(tx, demo)
    await prepareBrokered(tx, demo)
    await keepSearches(tx, demo)
    const cast = await findCast(tx, demo)
    await onStage(tx, async () => {
      await playChallenges(tx, demo, cast)
      await playCalls(tx, demo, cast)
      await playMatchdays(tx, demo, cast)
    })
    return true
  })

/** One in six has not said anything about exclusions yet, so that there is something to ask. */
const declaring = ({ passports }: Demo): OrganisationId[] =>
  passports.filter((_, order) => order % 6 !== 5).map(({ organisation }) => organisationId(organisation))

/** Entries of a passport are told apart by uuids; a generator may number them as it likes. */
function withEntryIds(key: string, content: PassportContent): PassportContent {
  const renamed = <Entry extends { readonly id: EntryId }>(kind: string, entries: readonly Entry[]): readonly Entry[] =>
    entries.map((entry, order) => ({ ...entry, id: demoId<EntryId>(kind, `${key}/${order}`) }))
  return {
    ...content,
    capabilities: renamed('capability', content.capabilities),
    references: renamed('reference', content.references),
    certificates: renamed('certificate', content.certificates),
  }
}

async function insertCare(tx: Transaction, demo: Demo): Promise<void> {
  for (const agency of new Set(demo.firms.map((firm) => firm.agency))) {
    const firms = demo.firms.filter((firm) => firm.agency === agency)
    await insertFirms(
      tx,
      organisationId(agency),
      firms.map(({ organisation }) => organisationId(organisation)),
    )
  }
}

async function insertLinkages(tx: Transaction, demo: Demo, now: Date): Promise<void> {
  const at = (daysAgo: number): number => now.getTime() - daysAgo * dayMs
  for (const { buyer, supplier, need, moves, messages, statements } of demo.linkages)
    await insertPastLinkage(
      tx,
      {
        id: demoId<LinkageId>('linkage', `${buyer}/${supplier}`),
        buyerId: organisationId(buyer),
        supplierId: organisationId(supplier),
        needId: need === null ? null : demoId<NeedId>('need', need),
        moves: moves.map(({ daysAgo, ...move }) => ({ ...move, at: at(daysAgo) })),
        messages: messages.map(({ daysAgo, ...message }) => ({ ...message, at: at(daysAgo) })),
        statements,
      },
      now,
    )
  for (const supplier of new Set(demo.linkages.map((one) => one.supplier)))
    await discloseToAgencies(tx, organisationId(supplier))
}

async function showInnovations(tx: Transaction, demo: Demo): Promise<void> {
  for (const [index, { organisation, ...text }] of demo.innovations.entries()) {
    const id = demoId<InnovationId>('innovation', `${organisation}/${index}`)
    await insertInnovation(tx, { id, organisationId: organisationId(organisation), ...text })
    const version = await publishInnovation(tx, id, 1, text, null)
    assert(version !== null, 'an innovation inserted in this transaction can be shown')
    const payload = { innovationId: id, organisationId: organisationId(organisation), version }
    await record(tx, 'innovation.published', payload, { organisationId: organisationId(organisation) })
  }
}

async function keepSearches(tx: Transaction, demo: Demo): Promise<void> {
  for (const { organisation, query, country, region } of demo.searches) {
    const asked = { query, country: [country], region: [region], category: [] }
    await keepMissedSearches(tx, organisationId(organisation), [missedSearch('suppliers', asked)])
  }
}

async function insertPeople(tx: Transaction, demo: Demo): Promise<void> {
  for (const { email, name, locale, memberOf } of demo.people) {
    await insertPerson(tx, { id: demoId<UserId>('person', email), name, email, locale })
    // Someone may have signed in by one click before the data came.
    const person = await findPerson(tx, email)
    assert(person !== null, 'a person inserted in this transaction is there')
    for (const { organisation, role } of memberOf)
      await insertMember(tx, { organisationId: organisationId(organisation), userId: person.id, role })
  }
}
