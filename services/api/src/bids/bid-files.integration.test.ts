import { request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem } from '@enlace/database'
import { uploadLimits } from '@enlace/domain'

import { fetchFileOf, pdf, plainFile, uploadTo } from '../../test/bid-file-world.ts'
import { handIn, passDeadline, publishedCall } from '../../test/call-world.ts'
import { archiveOf } from '../../test/multipart.ts'
import { startApi, type Answer, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  buyer = await api.member('buyer')
}, 60_000)
afterAll(() => api.close())

const codeOf = ({ status, body }: Answer): unknown => [status, (body as { code?: string }).code]
const envelopes = (technical: readonly object[], price: readonly object[] = []): object => ({
  technical: { plain: { answers: [{ key: 'how', text: 'With a seal' }], prices: [], files: technical } },
  price: { plain: { answers: [], prices: [1000], files: price } },
})
/** All there is of files of bids: rows and bytes. */
async function everything(): Promise<unknown> {
  const [row] = await asSystem(api.system, (tx) => tx.execute(sql`select count(*)::int as n from bid_files`))
  let stored = 0
  for await (const page of api.storage.list()) stored += page.length
  return [row?.['n'], stored]
}

/** Sends a file that never seems to end, and says what was answered, how much was sent by then and the memory at its most. */
function flood(
  client: Client,
  path: string,
  bytes: number,
  said: boolean,
): Promise<{ readonly status: number; readonly sent: number; readonly peak: number }> {
  const { port } = api.app.server.address() as AddressInfo
  const head = Buffer.from(
    '--end\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-',
  )
  const chunk = Buffer.alloc(1_000_000, 'x')
  return new Promise((resolve, reject) => {
    let [sent, over, peak] = [0, false, 0]
    const sending = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      headers: {
        origin: client.headers['origin'],
        cookie: [...client.jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'multipart/form-data; boundary=end',
        ...(said ? { 'content-length': String(head.length + bytes) } : {}),
      },
    })
    const end = (status: number): void => {
      over = true
      sending.destroy()
      resolve({ status, sent, peak })
    }
    sending.on('response', ({ statusCode = 0 }) => end(statusCode))
    sending.on('error', (error) => (over ? undefined : reject(error)))
    const more = (): void => {
      while (!over && sent < bytes) {
        sent += chunk.length
        peak = Math.max(peak, process.memoryUsage.rss())
        if (!sending.write(chunk)) return void sending.once('drain', more)
      }
    }
    sending.write(head)
    more()
  })
}

describe('a file of a plain bid', () => {
  it('is handed in with its envelope and read by the buyer once that is open, not before', async () => {
    const call = await publishedCall(buyer.client)
    const firm = await api.member('supplier')
    const [file, priced] = [
      await plainFile(firm.client, call, pdf('%PDF-1.7 the way', 'Método ñ.pdf')),
      await plainFile(firm.client, call, { name: 'prices.csv', type: 'text/csv', bytes: 'lot;price\n1;1000\n' }),
    ] as { id: string }[] as [{ id: string }, { id: string }]
    const answer = await handIn(firm.client, call, { envelopes: envelopes([file], [priced]) })
    expect(answer.status).toBe(200)
    const { bidId } = answer.body as { bidId: string }
    expect((await firm.client.get(`/api/calls/${call.id}/bid`)).body).toMatchObject({
      bid: { content: { technical: { files: [file] } } },
    })
    const fetched = (id: string, client = buyer.client) => fetchFileOf(api, client, call, bidId, id)
    expect((await fetched(file.id)).json()).toMatchObject({ code: 'call.phase' })
    await passDeadline(api, call.id)
    expect((await fetched(file.id)).statusCode).toBe(404)
    const release = (envelope: string) => buyer.client.post(`/api/calls/${call.id}/releases`, { envelope, shares: [] })
    expect((await release('technical')).status).toBe(200)
    const got = await fetched(file.id)
    expect([got.statusCode, got.body, got.headers['content-type']]).toEqual([
      200,
      '%PDF-1.7 the way',
      'application/pdf',
    ])
    expect(got.headers['content-disposition']).toContain("filename*=UTF-8''M%C3%A9todo%20%C3%B1.pdf")
    // The price envelope is shut yet, so its file is as if it were not there.
    expect((await fetched(priced.id)).json()).toMatchObject({ code: 'thing.not-found' })
    for (const client of [firm.client, (await api.member('buyer')).client, (await api.member('platform')).client])
      expect([403, 404]).toContain((await fetched(file.id, client)).statusCode)
    const { items } = (await buyer.client.get(`/api/calls/${call.id}/bids`)).body as { items: unknown[] }
    expect(items).toMatchObject([{ openings: [{ content: { files: [{ id: file.id, name: 'Método ñ.pdf' }] } }] }])
  })

  it('that lies about its type, swells or is empty is refused, and nothing of it stays', async () => {
    const call = await publishedCall(buyer.client)
    const { client } = await api.member('supplier')
    const before = await everything()
    const bomb = archiveOf(['[Content_Types].xml', 'word/document.xml'])
    for (const [file, code] of [
      [pdf('MZ\u0090 a program'), 'file.lies'],
      [{ name: 'a.exe', type: 'application/octet-stream', bytes: 'MZ' }, 'file.type'],
      [{ name: 'bomb.docx', type: 'application/octet-stream', bytes: bomb }, 'file.swells'],
    ] as const)
      expect(codeOf(await uploadTo(client, call, file))).toEqual([415, code])
    expect(codeOf(await uploadTo(client, call, pdf('')))).toEqual([422, 'input.invalid'])
    expect(await everything()).toEqual(before)
    expect((await uploadTo(client, call)).status).toBe(201)
  })

  it.each([false, true])(
    'of two gigabytes is refused early and without memory, its length told: %s',
    async (said) => {
      const call = await publishedCall(buyer.client)
      const { client } = await api.member('supplier')
      const before = await everything()
      await flood(client, `/api/calls/${call.id}/bid/files`, 60_000_000, said)
      const [used, path] = [process.memoryUsage().rss, `/api/calls/${call.id}/bid/files`]
      const { status, sent, peak } = await flood(client, path, 2_000_000_000, said)
      const grown = peak - used
      console.info(`2 GB refused with ${status} after ${sent / 1e6} MB; memory grew by ${Math.round(grown / 1e6)} MB`)
      expect(status).toBe(413)
      expect(sent).toBeLessThan(said ? 60_000_000 : 200_000_000)
      expect(grown).toBeLessThan(100_000_000)
      expect(await everything()).toEqual(before)
    },
    60_000,
  )

  it('is handed in only by who uploaded it for this call, as what it is', async () => {
    const call = await publishedCall(buyer.client)
    const other = await publishedCall(buyer.client)
    const [mine, theirs] = [await api.member('supplier'), await api.member('supplier')]
    const own = await plainFile(mine.client, call)
    for (const file of [
      await plainFile(theirs.client, call),
      await plainFile(mine.client, other),
      { ...own, id: uuidv7() },
      { ...own, name: 'another.pdf' },
      { ...own, digest: '0'.repeat(64) },
    ])
      expect(codeOf(await handIn(mine.client, call, { envelopes: envelopes([file]) }))).toEqual([422, 'bid.files'])
    expect(codeOf(await handIn(mine.client, call, { envelopes: envelopes([own], [own]) }))).toEqual([
      422,
      'bid.incomplete',
    ])
    expect((await mine.client.get(`/api/calls/${call.id}/bid`)).body).toEqual({ bid: null })
    expect((await handIn(mine.client, call, { envelopes: envelopes([own]) })).status).toBe(200)
  })

  it('is one of so many, even where several come at the same time', async () => {
    const call = await publishedCall(buyer.client)
    const { client, organisationId } = await api.member('supplier')
    await asSystem(api.system, (tx) =>
      tx.execute(sql`insert into bid_files (id, call_id, organisation_id, name, type, size, sha256)
        select gen_random_uuid(), ${call.id}::uuid, ${organisationId}::uuid, 'a.txt', 'text/plain', 1, repeat('0', 64)
        from generate_series(1, ${uploadLimits.count - 2}::int)`),
    )
    const answers = await Promise.all(Array.from({ length: 5 }, () => uploadTo(client, call)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(3)
  })

  it('is kept for nobody who may not bid, and no more after the deadline', async () => {
    const call = await publishedCall(buyer.client, { access: 'invited' })
    const open = await publishedCall(buyer.client)
    const supplier = await api.member('supplier')
    const auditor = await api.colleague(supplier.organisationId, 'auditor')
    expect(codeOf(await uploadTo(supplier.client, call))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await uploadTo(auditor.client, open))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await uploadTo(buyer.client, open))).toEqual([403, 'identity.forbidden'])
    expect((await uploadTo(supplier.client, open)).status).toBe(201)
    await passDeadline(api, open.id)
    expect(codeOf(await uploadTo(supplier.client, open))).toEqual([409, 'call.late'])
  })
})
