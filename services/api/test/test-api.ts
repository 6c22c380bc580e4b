import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FastifyInstance, InjectOptions } from 'fastify'

import { workbookType } from '@enlace/contracts'
import { asSystem, openDatabase, type Database } from '@enlace/database'
import type { MemberRole, OrganisationId, OrganisationKind, UserId } from '@enlace/domain'
import { createIdentity, openSession, type Identity, type IdentitySettings } from '@enlace/identity'
import { openAnnouncer, openQueues, type Announcer } from '@enlace/messaging'
import { createLog } from '@enlace/runtime'
import { openSearch, type Search } from '@enlace/search'
import { makeMember, makeOrganisation, testDatabase, testRedis, testSearch, type TestRedis } from '@enlace/testing'
import { openStorage, type Storage } from '@enlace/storage'

import { buildApp } from '../src/app.ts'
import { openSigner } from '../src/audit/audit-signer.ts'
import { workbookText } from './workbook-text.ts'

/** Signs the checkpoints of every test API. */
export const auditKey = Buffer.alloc(32, 7).toString('base64')
export const origin = 'http://127.0.0.1:4000'

type Method = Extract<InjectOptions['method'], Uppercase<string>>

export type Answer = {
  readonly status: number
  readonly body: never
  /** The body as it came. */
  readonly bytes: Buffer
  readonly headers: Record<string, unknown>
}

type Sent = {
  readonly method: Method
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: object
}
type Reply = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, number | string | readonly string[] | undefined>>
  readonly body: string
  readonly rawPayload: Buffer
}
/** What brings requests to an API: the app itself, or HTTP. */
export type Carrier = { inject(sent: Sent): Promise<Reply> }

/** A browser at the API: it keeps its cookies and sends our Origin. */
export class Client {
  readonly #app: Carrier
  readonly jar = new Map<string, string>()
  headers: Record<string, string>

  constructor(app: Carrier, from = origin) {
    this.#app = app
    this.headers = { origin: from }
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) this.jar.delete(name)
      else this.jar.set(name, value)
    }
  }

  async send(method: string, url: string, payload?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const { cookie } = this
    const reply = await this.#app.inject({
      method: method as Method,
      url,
      headers: { ...this.headers, ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
    const set = reply.headers['set-cookie']
    this.keep(set === undefined ? [] : [set].flat().map(String))
    return {
      status: reply.statusCode,
      body: (await bodyOf(reply)) as never,
      bytes: reply.rawPayload,
      headers: reply.headers,
    }
  }

  get = (url: string): Promise<Answer> => this.send('GET', url)
  post = (url: string, payload?: unknown): Promise<Answer> => this.send('POST', url, payload)
  put = (url: string, payload?: unknown): Promise<Answer> => this.send('PUT', url, payload)
  patch = (url: string, payload?: unknown): Promise<Answer> => this.send('PATCH', url, payload)
  delete = (url: string): Promise<Answer> => this.send('DELETE', url)
}

const bodyOf = async ({ body, rawPayload, headers }: Reply): Promise<unknown> => {
  if (body === '') return null
  const type = String(headers['content-type'])
  if (type === workbookType) return workbookText(rawPayload)
  return /\/(problem\+)?json/.test(type) ? JSON.parse(body) : body
}

export type Signed = { readonly client: Client; readonly userId: UserId; readonly organisationId: OrganisationId }

export type TestApi = {
  readonly app: FastifyInstance
  /** A pool as enlace_system, for factories and for looking behind the API. */
  readonly system: Database
  readonly identity: Identity
  readonly search: Search
  readonly url: string
  readonly storage: Storage
  readonly redis: TestRedis
  readonly announcer: Announcer
  /** How many statements the API makes while `work` runs, apart from those every transaction has. */
  readonly statementsOf: (work: () => Promise<unknown>) => Promise<number>
  readonly anonymous: () => Client
  /** A new organisation with one member, signed in. */
  readonly member: (kind: OrganisationKind, role?: MemberRole) => Promise<Signed>
  /** Another member of an organisation, signed in. */
  readonly colleague: (organisationId: OrganisationId, role: MemberRole) => Promise<Signed>
  readonly close: () => Promise<void>
}

/** What it takes to make people who act in an API, wherever that runs. */
export type People = Pick<TestApi, 'system' | 'anonymous' | 'member' | 'colleague'>

/** People who are signed in, each with a browser of its own. */
export function peopleOf(system: Database, { settings }: Pick<Identity, 'settings'>, anonymous: () => Client): People {
  const colleague = async (organisationId: OrganisationId, role: MemberRole): Promise<Signed> => {
    const userId = await asSystem(system, (tx) => makeMember(tx, organisationId, role))
    const client = anonymous()
    const browser = { cookie: undefined, address: '127.0.0.1', userAgent: 'test' }
    client.keep((await openSession(settings, userId, browser)).cookies)
    return { client, userId, organisationId }
  }
  return {
    system,
    anonymous,
    colleague,
    member: async (kind, role = 'owner') => colleague(await asSystem(system, (tx) => makeOrganisation(tx, kind)), role),
  }
}

export type TestApiOptions = {
  readonly demo?: boolean
  readonly settings?: Partial<IdentitySettings>
  readonly webDirectory?: string | null
  readonly search?: Search
  /** The database of another API, for two on one. */
  readonly database?: string
  /** How many requests it can have in transactions at once. */
  readonly connections?: number
}

/** The API on a database of the test file's own, with real sessions; `demo` as DEMO=1. */
export async function startApi({
  demo = false,
  settings = {},
  webDirectory = null,
  search = openSearch({ ...testSearch(), timeoutMs: 800 }),
  database: given,
  connections = 4,
}: TestApiOptions = {}): Promise<TestApi> {
  const url = given ?? (await testDatabase())
  const statements: string[] = []
  const [database, system, identityPool] = (['enlace_app', 'enlace_system', 'enlace_identity'] as const).map((role) =>
    openDatabase({
      url,
      role,
      maxConnections: role === 'enlace_app' ? connections : 4,
      onStatement: (text) => role === 'enlace_app' && statements.push(text.trim()),
    }),
  ) as [Database, Database, Database]
  const identity = createIdentity({
    database: identityPool,
    secret: 'a secret for tests, long enough to sign',
    publicUrl: origin,
    ...settings,
  })
  const redis = await testRedis()
  const queues = openQueues(redis)
  const announcer = openAnnouncer(redis)
  const files = await mkdtemp(join(tmpdir(), 'enlace-files-'))
  const storage = await openStorage({ FILES_DIR: files })
  const app = await buildApp({
    database,
    identity,
    demo,
    queues,
    announcer,
    search,
    webDirectory,
    storage,
    signer: openSigner(auditKey),
    log: createLog('api-test', 'silent'),
  })
  return {
    app,
    ...peopleOf(system, identity, () => new Client(app)),
    identity,
    search,
    url,
    storage,
    redis,
    announcer,
    statementsOf: async (work) => {
      statements.length = 0
      await work()
      return statements.filter((text) => !/^(begin|commit|select set_config)/.test(text)).length
    },
    close: async () => {
      await app.close()
      announcer.close()
      await Promise.all([database.close(), system.close(), identityPool.close(), queues.close()])
      await rm(files, { recursive: true })
    },
  }
}
