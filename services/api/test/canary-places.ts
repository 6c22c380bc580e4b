import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

import { endpoints } from '@enlace/contracts'
import { asSystem, queueMail } from '@enlace/database'
import { exportKinds } from '@enlace/domain'
import { openSearch } from '@enlace/search'
import { needContent } from '@enlace/testing'

import { CanaryScan } from './canary-scan.ts'
import { wordOf } from './canary.ts'
import type { CanaryWorld } from './canary-world.ts'

/** Where bids could leak to; each is looked at in each sweep. */
export const places = [
  'rows',
  'dump',
  'database files',
  'write-ahead log',
  'redis values',
  'redis traffic',
  'redis files',
  'search documents',
  'search files',
  'logs',
  'frames',
  'mails',
  'exports',
  'open data',
  'answers',
  'uploads',
  'temporary files',
] as const
export type Place = (typeof places)[number]

const nothing = '0190a000-0000-7000-8000-000000000000'
const run = promisify(execFile)
const walPage = 8192

/** Every row of every table, as a superuser reads it whom no policy binds. */
async function scanRows(scan: CanaryScan, { owner }: CanaryWorld): Promise<void> {
  const tables = await owner<{ schema: string; name: string }[]>`
    select nspname as schema, relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'm') and nspname not like 'pg\\_%' and nspname <> 'information_schema'`
  for (const { schema, name } of tables)
    for (const { row } of await owner<
      { row: string }[]
    >`select ${owner(name)}::text as row from ${owner(schema)}.${owner(name)}`)
      scan.value('rows' satisfies Place, row)
}

/** What pg_dump writes, where this machine has it; the shipped Postgres brings none, and then the rows stand for it. */
async function scanDump(scan: CanaryScan, { services }: CanaryWorld): Promise<void> {
  const options = { encoding: 'buffer', maxBuffer: 2 ** 30 } as const
  const dump = await run('pg_dump', ['--dbname', services.postgres.url], options).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  })
  if (dump !== null) scan.look('dump' satisfies Place, dump.stdout)
}

/** The place of a file that a service or a process of ours wrote. */
function placeOf(path: string): Place | null {
  const parts = path.split(sep)
  if (path.endsWith('.log')) return 'logs'
  // Read otherwise, by `scanWal`.
  if (parts.includes('pg_wal')) return null
  if (parts.includes('redis')) return 'redis files'
  if (parts.includes('meilisearch')) return 'search files'
  return parts.includes('files') ? 'uploads' : 'database files'
}

/** What Postgres wrote ahead, without the headers of its pages, which would part what lies across two of them. */
async function scanWal(scan: CanaryScan, { owner }: CanaryWorld): Promise<void> {
  const [{ folder } = { folder: '' }] = await owner<{ folder: string }[]>`
    select current_setting('data_directory') || '/pg_wal' as folder`
  const pages = readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .toSorted()
    .flatMap((name) => pagesOf(readFileSync(join(folder, name))))
  scan.look('write-ahead log' satisfies Place, Buffer.concat(pages))
}
function pagesOf(segment: Buffer): Buffer[] {
  const pages: Buffer[] = []
  for (let at = 0; at < segment.length; at += walPage) {
    // XLP_LONG_HEADER: the first page of a segment says more of itself.
    const header = (segment.readUInt16LE(at + 2) & 2) === 0 ? 24 : 40
    pages.push(segment.subarray(at + header, at + walPage))
  }
  return pages
}

async function scanFiles(scan: CanaryScan, world: CanaryWorld): Promise<void> {
  const { owner, redis, services, house, temporary } = world
  await owner`checkpoint`
  await redis.save()
  await scanWal(scan, world)
  scan.folder(placeOf, services.folder)
  scan.folder(placeOf, house.logs)
  scan.folder(() => 'temporary files', temporary)
}

async function scanSearch(scan: CanaryScan, { house: { environment } }: CanaryWorld): Promise<void> {
  const { MEILI_URL: url = '', MEILI_KEY: key = '' } = environment
  const { meili } = openSearch({ url, key, prefix: '', timeoutMs: 20_000 })
  for (const { uid } of (await meili.getIndexes({ limit: 1000 })).results) {
    const { results } = await meili.index(uid).getDocuments({ limit: 100_000 })
    scan.value('search documents' satisfies Place, results)
  }
  scan.value('search documents' satisfies Place, (await meili.tasks.getTasks({ limit: 1000 })).results)
}

async function scanMails(scan: CanaryScan, { people }: CanaryWorld): Promise<void> {
  let next: string | null = ''
  do {
    const { body }: { body: { next: string | null } } = await people.nobody.get(
      `/api/mailbox?limit=100${next === '' ? '' : `&cursor=${next}`}`,
    )
    scan.value('mails' satisfies Place, body)
    ;({ next } = body)
  } while (next !== null)
}

const exported = [
  ...exportKinds.flatMap((what) => ['jsonl', 'csv', 'xlsx'].map((ending) => `/api/export.${ending}?what=${what}`)),
  '/api/audit-log/export.jsonl',
]
/** What everybody may take out, and what is open to all. */
async function scanExports(scan: CanaryScan, { people, sealed, open }: CanaryWorld): Promise<void> {
  for (const client of Object.values(people))
    for (const url of exported) scan.value('exports' satisfies Place, (await client.get(url)).body)
  const urls = [sealed.call, open].map(({ id }) => `/api/ocds/records/ocds-enlace-${id}.json`)
  for (const url of ['/api/ocds/releases.json?limit=100', ...urls])
    scan.value('open data' satisfies Place, (await people.nobody.get(url)).body)
}

/** Readings as everybody gets them answered, those of calls about both of them; what is refused answers too. */
async function scanAnswers(
  scan: CanaryScan,
  { people, sealed, open, problems }: CanaryWorld,
  asked: (name: string) => boolean,
): Promise<void> {
  const readings = endpoints.filter((one) => one.method === 'GET' && one.access !== 'demo' && asked(one.name))
  const urls = readings.flatMap(({ path }) =>
    (path.includes('/calls/:id') ? [sealed.call, open] : [{ id: nothing }]).map(({ id }) =>
      path.replace(':id', id).replaceAll(/:\w+/g, nothing),
    ),
  )
  await Promise.all(
    Object.values(people).map(async (client) => {
      for (const url of urls) scan.value('answers' satisfies Place, (await client.get(url)).body)
    }),
  )
  for (const { body } of problems) scan.value('answers' satisfies Place, body)
}

/** Looks for all canaries in all places; of readings, in the answers to those that are asked. */
export async function sweep(world: CanaryWorld, asked: (name: string) => boolean): Promise<CanaryScan> {
  const scan = new CanaryScan(world.canaries)
  await Promise.all([scanAnswers(scan, world, asked), scanExports(scan, world).then(() => scanMails(scan, world))])
  await scanSearch(scan, world)
  await scanRows(scan, world)
  await scanDump(scan, world)
  for (const bytes of await world.redis.contents()) scan.look('redis values', bytes)
  for (const line of world.redis.traffic) scan.value('redis traffic', line)
  for (const frame of world.frames) scan.look('frames', frame)
  await scanFiles(scan, world)
  return scan
}

/** Puts a canary into every place that no bid may come to, by the product's own ways where there are any. */
export async function plant({
  canaries: { planted },
  redis,
  sealed,
  system,
  house,
  temporary,
}: CanaryWorld): Promise<void> {
  const word = (n: number): string => wordOf(planted, n)
  // A need is indexed, and heard by whom it fits.
  const need = needContent({ title: `Gravel ${word(2)}`, text: 'Crushed gravel for haul roads' })
  const posted = await sealed.author.post('/api/needs', { ...need, publish: true })
  if (posted.status !== 201) throw new Error(JSON.stringify(posted.body))
  const mail = { recipient: 'somebody@planted.example', subject: 'Planted', body: `It says ${word(3)}.` }
  await asSystem(system, (tx) => queueMail(tx, mail))
  await redis.set('planted', Buffer.from(`as ${word(4)} is`).toString('base64'))
  await appendFile(join(house.logs, 'api.log'), `${JSON.stringify({ level: 30, msg: word(5) })}\n`)
  await writeFile(join(temporary, 'upload'), gzipSync(`packed ${word(6)}`))
  await writeFile(join(house.environment['FILES_DIR'] ?? '', 'planted'), Buffer.from(word(7), 'utf16le'))
}
