import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, insertFile, openDatabase, referToFiles, type Database } from '@enlace/database'
import { asId, type FileId, type OrganisationId } from '@enlace/domain'
import { openStorage, type Storage } from '@enlace/storage'
import { makeOrganisation, testDatabase } from '@enlace/testing'

import { sweepFiles } from './sweep-files.ts'

const hourMs = 3_600_000
let database: Database
let owner: postgres.Sql
let storage: Storage
let folder: string
let organisationId: OrganisationId
beforeAll(async () => {
  const url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 8 })
  owner = postgres(url, { onnotice: () => undefined })
  folder = await mkdtemp(join(tmpdir(), 'enlace-sweep-'))
  storage = await openStorage({ FILES_DIR: join(folder, 'kept') })
  organisationId = await asSystem(database, (tx) => makeOrganisation(tx, 'supplier'))
})
afterAll(async () => {
  await Promise.all([database.close(), owner.end()])
  await rm(folder, { recursive: true })
})

const newId = (hoursAgo: number): FileId => asId<FileId>(uuidv7({ msecs: Date.now() - hoursAgo * hourMs }))
async function bytes(hoursAgo: number): Promise<FileId> {
  const id = newId(hoursAgo)
  const path = join(folder, id)
  await writeFile(path, 'bytes')
  await storage.keep(id, path, 'text/plain')
  return id
}
async function file(hoursAgo: number): Promise<FileId> {
  const id = await bytes(hoursAgo)
  const row = {
    id,
    organisationId,
    name: 'a.txt',
    type: 'text/plain',
    size: 5,
    sha256: '0'.repeat(64),
    uploadedBy: null,
  }
  await asSystem(database, (tx) => insertFile(tx, row))
  await owner`update files set created_at = clock_timestamp() - make_interval(hours => ${hoursAgo}) where id = ${id}`
  return id
}
const refer = (version: number, ids: readonly FileId[]): Promise<FileId[]> =>
  asSystem(database, (tx) => referToFiles(tx, organisationId, version, ids))
const sweep = () => sweepFiles({ database, storage }, Date.now())
const standing = async (id: FileId): Promise<string> => {
  const rows = await owner`select id from files where id = ${id}`
  return `${rows.length === 1 ? 'row' : 'no row'}, ${(await storage.read(id)) === null ? 'no bytes' : 'bytes'}`
}

describe('sweeping files', () => {
  it('takes what nothing referred to for a day, and bytes without a row; nothing else', async () => {
    const [orphan, fresh, stray, freshStray, drafted, published] = [
      await file(25),
      await file(23),
      await bytes(25),
      await bytes(23),
      await file(25),
      await file(25),
    ]
    await refer(0, [drafted])
    await refer(3, [published])
    await writeFile(join(folder, 'kept', 'not-ours.txt'), 'left alone')
    expect(await sweep()).toEqual({ orphans: 1, strays: 1 })
    expect(await Promise.all([orphan, fresh, stray, freshStray, drafted, published].map(standing))).toEqual([
      'no row, no bytes',
      'row, bytes',
      'no row, no bytes',
      'no row, bytes',
      'row, bytes',
      'row, bytes',
    ])
    await refer(0, [])
    expect(await sweep()).toEqual({ orphans: 1, strays: 0 })
    expect(await Promise.all([drafted, published].map(standing))).toEqual(['no row, no bytes', 'row, bytes'])
    expect(await sweep()).toEqual({ orphans: 0, strays: 0 })
  })

  it('takes files of bids that none was handed in with, and not before their call takes no more', async () => {
    const callId = uuidv7()
    const content = { title: 'Seals', kind: 'rfq', access: 'open', sealing: 'sealed', deadline: '2099-01-01T00:00:00Z' }
    await owner`insert into calls (id, organisation_id, state, version, content)
      values (${callId}, ${organisationId}, 'published', 1, ${owner.json(content)})`
    const bidFile = async (hoursAgo: number): Promise<FileId> => {
      const id = await bytes(hoursAgo)
      await owner`insert into bid_files (id, call_id, organisation_id, size, sha256, created_at)
        values (${id}, ${callId}, ${organisationId}, 5, ${'0'.repeat(64)}, clock_timestamp() - make_interval(hours => ${hoursAgo}))`
      return id
    }
    const [used, loose, fresh] = [await bidFile(50), await bidFile(50), await bidFile(1)]
    const bidId = uuidv7()
    await owner`insert into bids (id, call_id, organisation_id, state, revision, call_version, received_at, digest)
      values (${bidId}, ${callId}, ${organisationId}, 'submitted', 1, 1, clock_timestamp(), '')`
    await owner`insert into bid_file_uses (bid_id, revision, file_id) values (${bidId}, 1, ${used})`
    const kept = async (): Promise<string[]> => {
      const rows = await owner<{ id: string }[]>`select id from bid_files`
      const there = await Promise.all([used, loose, fresh].map((id) => storage.read(id)))
      return [used, loose, fresh].map((id, at) => `${rows.some((row) => row.id === id)} ${there[at] !== null}`)
    }
    expect(await sweep()).toEqual({ orphans: 0, strays: 0 })
    expect(await kept()).toEqual(['true true', 'true true', 'true true'])
    await owner`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${callId}`
    expect(await sweep()).toEqual({ orphans: 1, strays: 0 })
    expect(await kept()).toEqual(['true true', 'false false', 'true true'])
  })

  it('clears bytes whose row went when a sweeper died before it came to them', async () => {
    const half = await file(30)
    await owner`delete from files where id = ${half}`
    expect(await standing(half)).toBe('no row, bytes')
    expect(await sweep()).toEqual({ orphans: 0, strays: 1 })
    expect(await standing(half)).toBe('no row, no bytes')
  })

  it('never takes a file that is being referred to at that moment, and two sweepers share the work', async () => {
    for (let round = 1; round <= 15; round += 1) {
      const ids = [await file(30), await file(30), await file(30)]
      const [unknown, first, second] = await Promise.all([refer(100 + round, ids), sweep(), sweep()])
      const left = await Promise.all(ids.map(standing))
      expect(left).toEqual(ids.map((id) => (unknown.includes(id) ? 'no row, no bytes' : 'row, bytes')))
      expect(first.orphans + second.orphans).toBe(unknown.length)
    }
  })
})
