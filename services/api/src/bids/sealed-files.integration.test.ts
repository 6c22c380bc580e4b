import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CallView, OpenedBid } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sealedFileSizes } from '@enlace/sealing'

import { fetchFileOf, sealedBytes, sealedFile, uploadTo, type NamedFile } from '../../test/bid-file-world.ts'
import { passDeadline } from '../../test/call-world.ts'
import { archiveOf } from '../../test/multipart.ts'
import { releaseAs, sealedCall, sealedEnvelopes, type SealedCall } from '../../test/sealed-world.ts'
import { declare } from '../../test/scoring-world.ts'
import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

const codeOf = ({ status, body }: Answer): unknown => [status, (body as { code?: string }).code]
/** Hands in a sealed bid whose technical envelope names these files, as a new revision of `bidId`. */
async function bid(
  client: Client,
  call: CallView,
  files: readonly object[],
  said: readonly string[],
  { bidId, revision }: { bidId: string; revision: number } = { bidId: uuidv7(), revision: 1 },
): Promise<{ bidId: string; answer: Answer }> {
  const content = {
    technical: { answers: [{ key: 'how', text: 'With a seal' }], prices: [], files },
    price: { answers: [], prices: [700] },
  }
  const envelopes = await sealedEnvelopes(call, bidId, content, undefined, revision)
  const body = { bidId, revision, callVersion: call.version, envelopes, files: said }
  return { bidId, answer: await client.put(`/api/calls/${call.id}/bid`, body) }
}
async function openTechnical({ call, openers }: SealedCall): Promise<void> {
  await passDeadline(api, call.id)
  await releaseAs(openers[0], call)
  expect((await releaseAs(openers[1], call)).status).toBe(200)
}
const bidsOf = async (client: Client, call: CallView): Promise<readonly OpenedBid[]> =>
  ((await client.get(`/api/calls/${call.id}/bids`)).body as { items: OpenedBid[] }).items
const outcome = async (client: Client, call: CallView, bidId: string, { id }: NamedFile): Promise<string> => {
  const got = await fetchFileOf(api, client, call, bidId, id)
  if (got.statusCode === 200) return 'opens'
  const { code, faults } = got.json<{ code: string; faults?: { code: string }[] }>()
  return [code, ...(faults ?? []).map((fault) => fault.code)].join(' ')
}

describe('a file of a sealed bid', () => {
  it('is read by nobody before the opening, its name neither, and then as it was by who reads the envelope', async () => {
    const made = await sealedCall(api)
    const { call, author, evaluator } = made
    const { client } = await api.member('supplier')
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7 canary'), randomBytes(300_000)])
    const file = await sealedFile(client, call, bytes, { name: 'canary name.pdf' })
    const { bidId, answer } = await bid(client, call, [file], [file.id])
    expect(answer.status).toBe(200)
    const rows = await asSystem(api.system, (tx) =>
      tx.execute<{ row: string }>(
        sql`select bid_files::text as row from bid_files union all select bid_envelopes::text from bid_envelopes`,
      ),
    )
    const all = rows.map(({ row }) => row).join()
    expect([all.includes(file.id), all.includes('canary'), all.includes(file.key)]).toEqual([true, false, false])
    expect(await outcome(author, call, bidId, file)).toBe('call.phase')
    await openTechnical(made)
    // Who scores reads nothing of a bid before it is known what ties him to its bidder.
    expect(await outcome(evaluator, call, bidId, file)).toBe('thing.not-found')
    await declare(evaluator, call)
    for (const reader of [author, evaluator]) {
      const got = await fetchFileOf(api, reader, call, bidId, file.id)
      expect([got.statusCode, got.rawPayload.equals(bytes)]).toEqual([200, true])
      expect(got.headers['content-disposition']).toContain('canary name.pdf')
    }
    // The bidder itself and one who only opens read no bids; the key leaves the platform with no answer.
    expect(await outcome(client, call, bidId, file)).toBe('identity.forbidden')
    const [opened] = await bidsOf(author, call)
    expect(opened?.openings[0]?.content?.files).toEqual([{ ...file, key: undefined }])
    expect(JSON.stringify(opened)).not.toContain(file.key)
  })

  it('that was tampered with, lies, swells or is not the one stays shut, and the others open', async () => {
    const made = await sealedCall(api)
    const { call, author } = made
    const { client } = await api.member('supplier')
    const one = (bytes?: Buffer | string, given?: Partial<NamedFile>) => sealedFile(client, call, bytes, given)
    const good = await one()
    const files: readonly [NamedFile, string][] = [
      [good, 'opens'],
      [await one(), 'bid.file-shut sealing.tampered'],
      [await one('MZ a program that calls itself a paper'), 'bid.file-shut file.lies'],
      [
        await one(archiveOf(['[Content_Types].xml', 'word/document.xml']), { name: 'bomb.docx', type: '-' }),
        'bid.file-shut file.type',
      ],
      [
        await one(archiveOf(['[Content_Types].xml', 'word/document.xml']), {
          name: 'bomb.docx',
          type: 'application/octet-stream',
        }),
        'bid.file-shut file.swells',
      ],
      [await one(undefined, { size: 19 }), 'bid.file-shut sealing.tampered'],
      [await one(undefined, { key: good.key }), 'bid.file-shut sealing.tampered'],
      [await one(undefined, { digest: good.digest }), 'bid.file-shut sealing.tampered'],
      [await one(), 'bid.file-shut file.missing'],
      [await one('%PDF-1.7 another'), 'opens'],
    ]
    const [, tampered] = files.map(([file]) => file)
    const missing = files[8]?.[0].id
    const said = files.map(([file]) => file.id).filter((id) => id !== missing)
    const { bidId, answer } = await bid(
      client,
      call,
      files.map(([file]) => file),
      said,
    )
    expect(answer.status).toBe(200)
    // Bytes of the same length that somebody put in the place of those that were sealed.
    const { sealed } = await sealedBytes(call.id, Buffer.from('%PDF-1.7 how we seal'))
    await replaceBytes(tampered?.id ?? '', sealed)
    await openTechnical(made)
    const outcomes = []
    for (const [file] of files) outcomes.push(await outcome(author, call, bidId, file))
    expect(outcomes).toEqual(files.map(([, expected]) => expected))
    expect((await bidsOf(author, call))[0]?.openings[0]?.fault).toBeNull()
  })

  it('comes in one of eleven sizes or not at all, and is handed in by its uploader alone', async () => {
    const { call } = await sealedCall(api)
    const [mine, theirs] = [await api.member('supplier'), await api.member('supplier')]
    const opaque = (size: number) => ({ name: 'sealed', type: 'application/octet-stream', bytes: randomBytes(size) })
    expect(codeOf(await uploadTo(mine.client, call, opaque(70_000)))).toEqual([422, 'bid.sealing'])
    const above = (sealedFileSizes.at(-1) ?? 0) + 1
    expect(codeOf(await uploadTo(mine.client, call, opaque(above)))).toEqual([413, 'file.too-large'])
    const file = await sealedFile(theirs.client, call)
    expect(codeOf((await bid(mine.client, call, [file], [file.id])).answer)).toEqual([422, 'bid.files'])
    expect((await mine.client.get(`/api/calls/${call.id}/bid`)).body).toEqual({ bid: null })
  })

  it('belongs to the revision that was handed in last', async () => {
    const made = await sealedCall(api)
    const { call, author } = made
    const { client } = await api.member('supplier')
    const [first, second] = [await sealedFile(client, call), await sealedFile(client, call)]
    const { bidId } = await bid(client, call, [first], [first.id])
    const again = await bid(client, call, [second, first], [second.id], { bidId, revision: 2 })
    expect(again.answer.status).toBe(200)
    await openTechnical(made)
    expect([await outcome(author, call, bidId, second), await outcome(author, call, bidId, first)]).toEqual([
      'opens',
      'bid.file-shut file.missing',
    ])
  })
})

/** Puts other bytes under a file's id, as somebody at the disk could. */
async function replaceBytes(id: string, bytes: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-tampered-'))
  await writeFile(join(folder, 'bytes'), bytes)
  await api.storage.remove(id)
  await api.storage.keep(id, join(folder, 'bytes'), 'application/octet-stream')
  await rm(folder, { recursive: true })
}
