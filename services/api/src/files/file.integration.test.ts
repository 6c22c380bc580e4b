import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fileSizeLimit, type FileView } from '@enlace/contracts'
import { asSystem, inviteSupplier } from '@enlace/database'
import { asId, type OrganisationId, type Visibility } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'

import { archiveOf, formOf, type FormFile } from '../../test/multipart.ts'
import { startApi, type Answer, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
  await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await api.close()
  await owner.end()
})

const pdf = (bytes: string | Buffer = '%PDF-1.7 a certificate'): FormFile => ({
  name: 'iso.pdf',
  type: 'application/pdf',
  bytes,
})
const upload = async (client: Client, file: FormFile | readonly FormFile[], query = ''): Promise<Answer> => {
  const { body, headers } = formOf(...[file].flat())
  return client.send('POST', `/api/files${query}`, body, headers)
}
const kept = async (client: Client, file: FormFile = pdf()): Promise<FileView> => (await upload(client, file)).body
const download = async (client: Client, id: string) =>
  api.app.inject({
    url: `/api/files/${id}`,
    headers: { cookie: [...client.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })

const folders = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`enlace-incoming-${process.pid}-`))
/** All there is of files: rows, bytes in storage, and what lies half received. */
async function everything(): Promise<{ rows: number; stored: number; incoming: number }> {
  const [row] = await owner<{ count: number }[]>`select count(*)::int from files`
  let stored = 0
  for await (const page of api.storage.list()) stored += page.length
  const incoming = await Promise.all(
    (await folders()).map(async (name) => (await readdir(join(tmpdir(), name))).length),
  )
  return { rows: row?.count ?? 0, stored, incoming: incoming.reduce((sum, count) => sum + count, 0) }
}
/** Runs `work` and expects that it leaves rows, storage and the incoming folder as they were. */
async function leavesNothing(work: () => Promise<unknown>): Promise<void> {
  const before = await everything()
  await work()
  expect(await everything()).toEqual(before)
}

describe('an uploaded file', () => {
  it('is kept whole and comes back, as a download that no browser shows', async () => {
    const { client } = await api.member('supplier')
    const before = await everything()
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(300_000)])
    const answer = await upload(client, { name: 'Certificado ñ (2026).pdf', type: 'application/pdf', bytes })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(answer).toMatchObject({
      status: 201,
      body: { name: 'Certificado ñ (2026).pdf', type: 'application/pdf', size: bytes.length, sha256 },
    })
    expect(await everything()).toEqual({ rows: before.rows + 1, stored: before.stored + 1, incoming: 0 })
    const got = await download(client, (answer.body as FileView).id)
    expect([got.statusCode, got.rawPayload.equals(bytes)]).toEqual([200, true])
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Certificado _ (2026).pdf"; filename*=UTF-8''Certificado%20%C3%B1%20%282026%29.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    })
  })

  it('may be as large as the limit and no byte larger', async () => {
    const { client } = await api.member('supplier')
    const full = Buffer.alloc(fileSizeLimit, 'x')
    full.write('%PDF-')
    expect(await upload(client, pdf(full))).toMatchObject({ status: 201, body: { size: fileSizeLimit } })
    await leavesNothing(async () => {
      expect(await upload(client, pdf(Buffer.concat([full, Buffer.from('x')])))).toMatchObject({
        status: 413,
        body: { code: 'file.too-large' },
      })
    })
  })

  it.each([
    ['a program as a PDF', 'iso.pdf', 'application/pdf', 'MZ\u0090\u0000', 'file.lies'],
    ['a page as a picture', 'logo.png', 'image/png', '<html><script>alert(1)</script>', 'file.lies'],
    ['a drawing with scripts as a picture', 'logo.png', 'image/png', '<svg onload="alert(1)">', 'file.lies'],
    ['a page as a table', 'list.csv', 'text/csv', '\n <script>alert(1)</script>', 'file.lies'],
    ['a picture that calls itself a PDF', 'iso.pdf', 'application/pdf', '\u0089PNG\r\n\u001a\n', 'file.lies'],
    ['a drawing with scripts', 'logo.svg', 'image/svg+xml', '<svg/>', 'file.type'],
    ['a page', 'a.html', 'text/html', '<html>', 'file.type'],
    ['a program', 'a.exe', 'application/octet-stream', 'MZ\u0090\u0000', 'file.type'],
  ])('that lies about its type or is of none we take is refused: %s', async (_, name, type, text, code) => {
    const { client } = await api.member('supplier')
    await leavesNothing(async () => {
      const answer = await upload(client, { name, type, bytes: Buffer.from(text, 'latin1') })
      expect(answer).toMatchObject({ status: 415, body: { code, faults: [{ path: 'body.file' }] } })
    })
  })

  it('that would unfold to gigabytes is kept as it came and never unfolded', async () => {
    const { client } = await api.member('supplier')
    const bytes = archiveOf([
      '[Content_Types].xml',
      'word/document.xml',
      ...Array.from({ length: 5000 }, (_, at) => `word/media/${at}.png`),
    ])
    const used = process.memoryUsage().rss
    const answer = await upload(client, { name: 'bomb.docx', type: 'application/octet-stream', bytes })
    expect(answer).toMatchObject({
      status: 201,
      body: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', size: bytes.length },
    })
    expect(process.memoryUsage().rss - used).toBeLessThan(100_000_000)
    await leavesNothing(async () => {
      const macros = archiveOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])
      expect(await upload(client, { name: 'macros.docx', type: '', bytes: macros })).toMatchObject({
        status: 415,
        body: { code: 'file.lies' },
      })
      const claimed = Buffer.from(archiveOf(['[Content_Types].xml', 'word/document.xml']))
      claimed.writeUInt32LE(0xffffffff, claimed.length - 10)
      expect(await upload(client, { name: 'broken.docx', type: '', bytes: claimed })).toMatchObject({
        status: 415,
        body: { code: 'file.lies' },
      })
    })
  })

  it.each([
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\boot.txt', 'boot.txt'],
    ['/etc/cron.d/evil.txt', 'evil.txt'],
    ['%2e%2e%2fevil.txt', '%2e%2e%2fevil.txt'],
    ['a\u202etxt.exe.txt', 'atxt.exe.txt'],
  ])('named %j is kept under its last part, in its place', async (name, safe) => {
    const { client } = await api.member('supplier')
    const before = await everything()
    const answer = await upload(client, { name, type: 'text/plain', bytes: 'plain words' })
    expect(answer).toMatchObject({ status: 201, body: { name: safe } })
    expect(await everything()).toEqual({ rows: before.rows + 1, stored: before.stored + 1, incoming: 0 })
  })

  it('has one row or none: a row that is refused takes its bytes along', async () => {
    const { client } = await api.member('supplier')
    await owner`alter table files add constraint refused check (name <> 'refused.pdf')`
    await leavesNothing(async () => {
      expect((await upload(client, { ...pdf(), name: 'refused.pdf' })).status).toBe(500)
    })
    await owner`alter table files drop constraint refused`
    expect((await upload(client, { ...pdf(), name: 'refused.pdf' })).status).toBe(201)
  })
})

describe('a form', () => {
  it.each<[string, readonly FormFile[], string]>([
    ['without a file', [], 'Choose a file.'],
    ['with two files', [pdf(), pdf()], 'Send one file at a time.'],
    ['with an empty file', [pdf('')], 'This file is empty.'],
  ])('%s says what to do', async (_, files, message) => {
    const { client } = await api.member('supplier')
    await leavesNothing(async () => {
      expect(await upload(client, files)).toMatchObject({
        status: 422,
        body: { code: 'input.invalid', faults: [{ path: 'body.file', message }] },
      })
    })
  })

  it('that breaks off, has no boundary or is none is told so', async () => {
    const { client } = await api.member('supplier')
    const { body, headers } = formOf(pdf())
    await leavesNothing(async () => {
      expect(await client.send('POST', '/api/files', body.subarray(0, -30), headers)).toMatchObject({
        status: 400,
        body: { code: 'input.unreadable' },
      })
      expect(await client.send('POST', '/api/files', body, { 'content-type': 'multipart/form-data' })).toMatchObject({
        status: 400,
        body: { code: 'input.unreadable' },
      })
      expect(await client.send('POST', '/api/files', { file: 'x' })).toMatchObject({
        status: 415,
        body: { code: 'input.media-type' },
      })
      expect(await client.send('POST', '/api/files')).toMatchObject({ status: 415, body: { code: 'input.media-type' } })
    })
  })

  it('whose sender hangs up half way leaves nothing', async () => {
    const { client } = await api.member('supplier')
    const { body, headers } = formOf(pdf(Buffer.concat([Buffer.from('%PDF-'), randomBytes(2_000_000)])))
    const before = await everything()
    const { port } = api.app.server.address() as AddressInfo
    const cookie = [...client.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const socket = connect(port, '127.0.0.1')
    const lines = [
      `POST /api/files HTTP/1.1`,
      'host: 127.0.0.1',
      `origin: ${client.headers['origin']}`,
      `cookie: ${cookie}`,
      `content-type: ${headers['content-type']}`,
      `content-length: ${body.length}`,
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    socket.write(body.subarray(0, 1_000_000))
    // The half that was sent is really being received.
    await expect.poll(async () => (await everything()).incoming, { timeout: 10_000 }).toBe(1)
    socket.destroy()
    await expect.poll(everything, { timeout: 10_000 }).toEqual(before)
    // The same form sent whole is kept, so it was the hanging up.
    expect((await client.send('POST', '/api/files', body, headers)).status).toBe(201)
  })
})

describe('who keeps files', () => {
  it('is decided before a byte is read', async () => {
    const supplier = await api.member('supplier')
    const agency = await api.member('agency', 'facilitator')
    const auditor = await api.colleague(supplier.organisationId, 'auditor')
    const firm = `?firm=${supplier.organisationId}`
    await leavesNothing(async () => {
      expect(await upload(api.anonymous(), pdf())).toMatchObject({ status: 401, body: { code: 'identity.required' } })
      expect(await upload(auditor.client, pdf())).toMatchObject({ status: 403, body: { code: 'identity.forbidden' } })
      expect(await upload((await api.member('expert')).client, pdf())).toMatchObject({
        status: 403,
        body: { code: 'identity.forbidden' },
      })
      expect(await upload(agency.client, pdf(), firm)).toMatchObject({ status: 404, body: { code: 'thing.not-found' } })
      expect(await upload((await api.member('buyer')).client, pdf(), firm)).toMatchObject({
        status: 404,
        body: { code: 'thing.not-found' },
      })
    })
    await owner`insert into agency_firms (agency_id, organisation_id) values (${agency.organisationId}, ${supplier.organisationId})`
    const theirs = await upload(agency.client, pdf(), firm)
    expect(theirs.status).toBe(201)
    expect((await download(supplier.client, (theirs.body as FileView).id)).statusCode).toBe(200)
  })
})

describe('a certificate with a file', () => {
  const passport = (fileId: string, visibility: Visibility = 'everyone'): object => ({
    headline: 'Pumps',
    facts: { country: 'CL' },
    capabilities: [{ text: 'Pumps' }],
    certificates: [{ scheme: 'ISO 9001', fileId }],
    visibility: { certificates: visibility },
  })
  /** A supplier with a file on its certificate, published so, and every kind of reader. */
  async function published(
    visibility: Visibility,
  ): Promise<{ supplier: Signed; file: FileView; readers: Record<string, Client> }> {
    const [supplier, invited, other, agency] = await Promise.all([
      api.member('supplier'),
      api.member('buyer'),
      api.member('buyer'),
      api.member('agency', 'assessor'),
    ])
    const file = await kept(supplier.client)
    await supplier.client.put('/api/passport', { revision: 0, content: passport(file.id, visibility) })
    await owner`insert into agency_firms (agency_id, organisation_id) values (${agency.organisationId}, ${supplier.organisationId})`
    await asSystem(api.system, async (tx) =>
      inviteSupplier(tx, await makeNeed(tx, invited.organisationId, needContent()), supplier.organisationId),
    )
    const [auditor, own, expert] = await Promise.all([
      api.colleague(agency.organisationId, 'auditor'),
      api.colleague(supplier.organisationId, 'auditor'),
      api.member('expert'),
    ])
    const readers = {
      own: own.client,
      'agency assessor': agency.client,
      'agency auditor': auditor.client,
      invited: invited.client,
      other: other.client,
      expert: expert.client,
    }
    return { supplier, file, readers }
  }
  const whoGets = async (file: FileView, readers: Record<string, Client>): Promise<string[]> => {
    const got: string[] = []
    for (const [name, client] of Object.entries(readers)) {
      const answer = await download(client, file.id)
      if (answer.statusCode === 200) got.push(name)
      else
        expect([name, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([name, 404, 'thing.not-found'])
    }
    return got
  }

  it.each<[Visibility, readonly string[]]>([
    ['everyone', ['own', 'agency assessor', 'agency auditor', 'invited', 'other', 'expert']],
    ['matched', ['own', 'agency assessor', 'agency auditor', 'invited']],
    ['nobody', ['own', 'agency assessor']],
  ])(
    'shown to %s gives it to exactly those who see the certificate, while it is published',
    async (visibility, allowed) => {
      const { supplier, file, readers } = await published(visibility)
      expect(await whoGets(file, readers)).toEqual(['own', 'agency assessor'])
      expect((await supplier.client.post('/api/passport/publish', { revision: 1 })).status).toBe(200)
      expect(await whoGets(file, readers)).toEqual(allowed)
      expect((await download(api.anonymous(), file.id)).statusCode).toBe(401)
      const record = await readers['invited']?.get(`/api/suppliers/${supplier.organisationId}`)
      expect(record).toMatchObject({
        status: 200,
        body: { files: allowed.includes('invited') ? [{ id: file.id, name: 'iso.pdf' }] : [] },
      })
      await supplier.client.post('/api/passport/withdraw')
      expect(await whoGets(file, readers)).toEqual(['own', 'agency assessor'])
    },
  )

  it('gives readers the file of the version they see, not the one being written', async () => {
    const { supplier, file, readers } = await published('everyone')
    await supplier.client.post('/api/passport/publish', { revision: 1 })
    const next = await kept(supplier.client)
    await supplier.client.put('/api/passport', { revision: 1, content: passport(next.id) })
    expect([
      await whoGets(file, { other: readers['other'] ?? supplier.client }),
      await whoGets(next, { other: readers['other'] ?? supplier.client }),
    ]).toEqual([['other'], []])
    await supplier.client.post('/api/passport/publish', { revision: 2 })
    expect([
      await whoGets(file, { other: readers['other'] ?? supplier.client }),
      await whoGets(next, { other: readers['other'] ?? supplier.client }),
    ]).toEqual([[], ['other']])
    expect((await download(supplier.client, file.id)).statusCode).toBe(200)
  })

  it('refuses a file of somebody else or none, and says where', async () => {
    const [mine, theirs] = await Promise.all([api.member('supplier'), api.member('supplier')])
    const file = await kept(theirs.client)
    for (const id of [file.id, asId<OrganisationId>('0190a000-0000-7000-8000-000000000000')]) {
      const answer = await mine.client.put('/api/passport', { revision: 0, content: passport(id) })
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'input.invalid', faults: [{ path: 'body.content.certificates.0.fileId' }] },
      })
    }
    expect(await mine.client.get('/api/passport')).toMatchObject({ body: { revision: 0 } })
    // Even where everyone may see their file, it stays theirs.
    await theirs.client.put('/api/passport', { revision: 0, content: passport(file.id) })
    await theirs.client.post('/api/passport/publish', { revision: 1 })
    expect((await mine.client.put('/api/passport', { revision: 0, content: passport(file.id) })).status).toBe(422)
    expect(
      (await mine.client.put('/api/passport', { revision: 0, content: passport((await kept(mine.client)).id) })).status,
    ).toBe(200)
  })

  it('costs a literal number of statements to read, whatever the number of files', async () => {
    const { client, organisationId } = await api.member('supplier')
    const reader = await api.member('buyer')
    const files = [await kept(client), await kept(client), await kept(client)]
    for (const [revision, rows] of [1, 3].entries()) {
      const certificates = files.slice(0, rows).map(({ id }) => ({ scheme: 'ISO 9001', fileId: id }))
      await client.put('/api/passport', { revision, content: { ...passport(files[0]?.id ?? ''), certificates } })
      await client.post('/api/passport/publish', { revision: revision + 1 })
      expect(await api.statementsOf(() => client.get('/api/passport'))).toBe(2)
      expect(await api.statementsOf(() => reader.client.get(`/api/suppliers/${organisationId}`))).toBe(2)
      expect(await api.statementsOf(() => download(reader.client, files[0]?.id ?? ''))).toBe(2)
    }
  })

  it('keeps its file away from those whom row-level security alone would stop', async () => {
    const { file } = await published('everyone')
    const { organisationId } = await api.member('buyer')
    const rows = await owner.begin(async (tx) => {
      await tx`select set_config('role', 'enlace_app', true), set_config('enlace.organisation', ${organisationId}, true)`
      return tx`select id from files where id = ${file.id}`
    })
    expect(rows).toHaveLength(0)
    const all = await asSystem(api.system, (tx) => tx.execute(sql`select id from files where id = ${file.id}`))
    expect(all).toHaveLength(1)
  })
})
