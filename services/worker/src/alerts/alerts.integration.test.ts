import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { asSystem, endNeed, insertFirms, publishVersion, record, setAlertHours } from '@enlace/database'
import { asId, type EntryId, type ImportId } from '@enlace/domain'
import { makeMember, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'

import { AlertWorld, dawn, night, noon } from '../../test/alert-world.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await AlertWorld.open()
})
beforeEach(() => world.begin())
afterAll(() => world.close())

describe('a saved search that tells at once', () => {
  it('tells one person once of what is published, in the product and by mail', async () => {
    await world.save()
    await world.post()
    await world.post({ title: 'Gravel', text: 'Sand and gravel' })
    await world.hear(noon)
    expect([await world.tell(noon), await world.tell(noon)]).toEqual([1, 0])
    expect(await world.subjects()).toEqual(['One new result: Pumps'])
    const search = '/open-needs?query=pump&country=CL&sort=newest'
    expect(await world.notices()).toEqual([
      {
        person: world.person,
        kind: 'search-found',
        detail: { name: 'Pumps', count: 1, title: 'Slurry pumps', search },
      },
    ])
    const [mail] = await world.owner<{ body: string; unsubscribe: string }[]>`select body, unsubscribe from mails`
    expect(mail?.body).toContain('Slurry pumps · Mina Sur\nhttps://enlace.example/open-needs/')
    expect(mail?.body).toContain(`\nhttps://enlace.example${search}\n`)
    const token = /token=([\w-]{43})/.exec(mail?.unsubscribe ?? '')?.[1] ?? ''
    expect(mail?.body).toContain(`https://enlace.example/unsubscribe#token=${token}`)
    const [link] =
      await world.owner`select token_hash = sha256(convert_to(${token}, 'UTF8')) as ours from unsubscribe_links`
    expect(link).toEqual({ ours: true })
  })

  it('tells of an amended need that newly meets it, and of none a second time', async () => {
    await world.save()
    const id = await world.post({ title: 'Gravel', text: 'Sand' })
    await world.hear(noon)
    expect(await world.tell(noon)).toBe(0)
    const amend = (version: number, title: string) =>
      asSystem(world.database, async (tx) => {
        const content = needContent({ title, text: 'Sand' })
        await publishVersion(tx, { id, from: 'published', version, content, reason: '', by: null })
        const payload = { needId: id, organisationId: world.buyer, version: version + 1 }
        await record(tx, 'need.amended', payload, { organisationId: world.buyer })
      })
    await amend(1, 'Pumps and gravel')
    await world.hear(noon)
    expect(await world.tell(noon)).toBe(1)
    await amend(2, 'Pumps, gravel and more')
    await world.hear(noon)
    expect(await world.tell(noon)).toBe(0)
    expect(await world.subjects()).toEqual(['One new result: Pumps'])
  })

  it('waits for the end of quiet hours, in the zone of the country or of the person', async () => {
    await world.save()
    await world.post()
    await world.hear(night)
    expect(await world.tell(night)).toBe(0)
    expect(await world.tell(dawn)).toBe(1)
    await asSystem(world.database, (tx) =>
      setAlertHours(tx, world.person, { zone: 'Asia/Tokyo', quietFrom: '20:00', quietUntil: '07:00' }),
    )
    await world.post()
    await world.hear(night) // ten in the morning in Tokyo
    expect(await world.tell(night)).toBe(1)
  })

  it('that became due while no worker ran is put off when it is quiet by then', async () => {
    await world.save()
    await world.post()
    await world.hear(noon)
    expect(await world.tell(night)).toBe(1)
    expect(await world.subjects()).toEqual([])
    await world.tell(dawn)
    expect(await world.subjects()).toEqual(['One new result: Pumps'])
  })

  it('never tells of what only invited ones see, of what ended meanwhile, or in a rhythm of off', async () => {
    await world.save()
    await world.save({ rhythm: 'off' })
    await world.post({ confidentiality: 'invited' })
    const ended = await world.post()
    const alias = await world.post({ confidentiality: 'alias', title: 'Vacuum pumps' })
    await world.post({ answerBy: '2020-01-01' })
    await world.hear(noon)
    await asSystem(world.database, (tx) => endNeed(tx, ended, ['published'], 'closed'))
    await world.tell(noon)
    const [mail] = await world.owner<{ body: string }[]>`select body from mails`
    expect(mail?.body).toContain(`Vacuum pumps\nhttps://enlace.example/open-needs/${alias}`)
    expect(mail?.body).not.toContain('Mina Sur')
    expect(await world.subjects()).toEqual(['One new result: Pumps'])
  })

  it('ends with the membership', async () => {
    await world.save()
    await world.post()
    await world.hear(noon)
    await world.owner`delete from members where user_id = ${world.person}`
    expect(await world.tell(noon)).toBe(0)
  })
})

const reference = {
  text: 'Mended the pumps of a mine',
  categories: [],
  customer: null,
  year: null,
  value: null,
  place: null,
  confirmedByCustomer: false,
}
it('a search for suppliers reads only what everyone may see of a passport', async () => {
  const asker = await asSystem(world.database, (tx) => makeMember(tx, world.buyer, 'buyer'))
  await world.save({ searched: 'suppliers', of: asker, by: world.buyer })
  await world.save({ searched: 'suppliers', of: asker, by: world.buyer, words: [], terms: [['country:PE']] })
  await asSystem(world.database, async (tx) => {
    await makeSupplier(tx, 'Shown', passportContent('We mend pumps'))
    const done = { ...reference, id: asId<EntryId>(uuidv7()) }
    const plain = passportContent('We mend valves', { references: [done] })
    await makeSupplier(tx, 'Open', plain)
    await makeSupplier(tx, 'Hidden', { ...plain, visibility: { references: 'nobody' } })
  })
  await world.hear(noon)
  expect(await world.tell(noon)).toBe(1)
  const [mail] = await world.owner<{ body: string }[]>`select body from mails`
  expect(mail?.body).toContain('Shown')
  expect(mail?.body).toContain('Open')
  expect(mail?.body).not.toContain('Hidden')
})

it('an agency is told of no rival of its firms, and of others as ever', async () => {
  const agency = await asSystem(world.database, (tx) => makeOrganisation(tx, 'agency'))
  const asker = await asSystem(world.database, (tx) => makeMember(tx, agency, 'facilitator'))
  await world.save({ searched: 'suppliers', of: asker, by: agency })
  await asSystem(world.database, async (tx) => {
    await insertFirms(tx, agency, [world.supplier])
    await tx.execute(
      sql`insert into rivalries (id, organisation_id, name_key, label) values (gen_random_uuid(), ${world.supplier}, 'rival', 'Rival')`,
    )
    await makeSupplier(tx, 'Rival', passportContent('We mend pumps'))
    await makeSupplier(tx, 'Other', passportContent('We mend pumps'))
  })
  await world.hear(noon)
  expect(await world.tell(noon)).toBe(1)
  const [mail] = await world.owner<{ body: string }[]>`select body from mails`
  expect([mail?.body.includes('Other'), mail?.body.includes('Rival')]).toEqual([true, false])
})

it('what a list brings is told like what is published one by one', async () => {
  const importId = asId<ImportId>(uuidv7())
  const agency = await asSystem(world.database, (tx) => makeOrganisation(tx, 'agency'))
  const asker = await asSystem(world.database, (tx) => makeMember(tx, agency, 'facilitator'))
  await world.save({ searched: 'suppliers', of: asker, by: agency })
  const firms = await asSystem(world.database, async (tx) => [
    await makeSupplier(tx, 'First firm', passportContent('We mend pumps')),
    await makeSupplier(tx, 'Second firm', passportContent('We sell pumps')),
  ])
  // The list's own event stands for theirs.
  await world.owner`update reaction_runs set done_at = clock_timestamp() where reaction = 'find-alerts'`
  await world.owner`insert into imports (id, agency_id, what, state, dry_run, file_name) values (${importId}, ${agency}, 'suppliers', 'finished', false, 'firms.csv')`
  for (const [row, id] of firms.entries())
    await world.owner`insert into import_rows (import_id, row, subject_id, action, version, revision) values (${importId}, ${row}, ${id}, 'created', 1, 1)`
  const payload = { organisationId: agency, importId, count: 2 }
  await asSystem(world.database, (tx) => record(tx, 'passports.imported', payload, { organisationId: agency }))
  await world.hear(noon)
  expect(await world.tell(noon)).toBe(1)
  expect(await world.subjects()).toEqual(['2 new results: Pumps'])
})
