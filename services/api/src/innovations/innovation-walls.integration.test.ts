import { afterAll, beforeAll, expect, it } from 'vitest'

import type { OrganisationKind } from '@enlace/domain'
import postgres from 'postgres'

import { asMember } from '../../test/as-member.ts'
import { fogNets } from '../../test/fog-nets.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const kinds = ['innovations', 'drafts', 'versions', 'readers', 'grants', 'fits'] as const
/** How many rows of each table the database itself shows to somebody's organisation. */
const seen = (who: Signed, kind: OrganisationKind): Promise<Record<string, number>> =>
  asMember(owner, who, kind, async (sql) => {
    const counts: Record<string, number> = {}
    for (const name of kinds) {
      const table = name === 'innovations' ? name : `innovation_${name}`
      counts[name] = (await sql`select 1 from ${sql(table)}`).length
    }
    return counts
  })

it('shows by row-level security alone what is one’s own, what is shown and what was granted, and nothing else', async () => {
  const [supplier, other] = [await api.member('supplier'), await api.member('supplier')]
  const [buyer, stranger] = [await api.member('buyer'), await api.member('buyer')]
  const { id } = (await supplier.client.post('/api/innovations', { content: fogNets, confidential: 'The weave.' }))
    .body as {
    id: string
  }
  const at = `/api/innovations/${id}`
  const none = { innovations: 0, drafts: 0, versions: 0, readers: 0, grants: 0, fits: 0 }
  expect(await seen(buyer, 'buyer')).toEqual(none)
  await supplier.client.post(`${at}/publish`, { revision: 1 })
  await buyer.client.post(`${at}/access`, { why: 'To weigh it.' })
  const need = (
    await buyer.client.post('/api/needs', { title: 'Dust', text: 'Dust on our haul roads.', publish: true })
  ).body as { id: string }
  await owner`insert into innovation_fits (innovation_id, need_id, buyer_id, score, words) values (${id}, ${need.id}, ${buyer.organisationId}, 0.5, '{}')`
  expect(await seen(buyer, 'buyer')).toEqual({ ...none, innovations: 1, readers: 1, fits: 1 })
  // A buyer cannot open it to itself.
  const forge = asMember(
    owner,
    buyer,
    'buyer',
    (sql) =>
      sql`insert into innovation_grants (innovation_id, organisation_id, granted) values (${id}, ${buyer.organisationId}, true)`,
  )
  await expect(forge).rejects.toThrow(/row-level security/)
  // Nor read, in another's name or what it does not see.
  const read = (by: Signed, kind: OrganisationKind, as: string): Promise<unknown> =>
    asMember(
      owner,
      by,
      kind,
      (sql) => sql`insert into innovation_readers (innovation_id, organisation_id) values (${id}, ${as})`,
    )
  await expect(read(buyer, 'buyer', stranger.organisationId)).rejects.toThrow(/row-level security/)
  await expect(read(other, 'supplier', other.organisationId)).rejects.toThrow(/row-level security/)
  await supplier.client.put(`${at}/access/${buyer.organisationId}`, { granted: true })
  expect(await seen(buyer, 'buyer')).toEqual({ ...none, innovations: 1, versions: 1, readers: 1, grants: 1, fits: 1 })
  expect(await seen(stranger, 'buyer')).toEqual({ ...none, innovations: 1 })
  expect(await seen(other, 'supplier')).toEqual(none)
  // Whom it fits is not its supplier's to know.
  const own = { ...none, innovations: 1, drafts: 1, versions: 1, readers: 1, grants: 1 }
  expect(await seen(supplier, 'supplier')).toEqual(own)
  // With the guard gone the same question finds what it must not.
  await owner`create policy leak on innovation_versions for select to enlace_app using (true)`
  expect(await seen(stranger, 'buyer')).toEqual({ ...none, innovations: 1, versions: 1 })
  // Even then the API tells nobody what was not granted.
  expect((await stranger.client.get(at)).body).toMatchObject({ confidential: null, access: 'none' })
  await owner`drop policy leak on innovation_versions`
})
