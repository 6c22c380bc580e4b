import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config as api } from '../../services/api/src/config.ts'
import { config as realtime } from '../../services/realtime/src/config.ts'
import { config as relay } from '../../services/relay/src/config.ts'
import { config as worker } from '../../services/worker/src/config.ts'

interface Container {
  image: string
  build?: { context: string; dockerfile: string }
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Compose {
  services: Record<string, Container>
  volumes: Record<string, null>
}

/** Reads the file as compose does: after parsing, `${NAME:-fallback}` becomes what the .env file says. */
function readCompose(env: Record<string, string>): Compose {
  const fill = (value: string): string =>
    value.replaceAll(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, fallback: string) => env[name] ?? fallback)
  const filled = (_: unknown, value: unknown): unknown => (typeof value === 'string' ? fill(value) : value)
  return parse(read('docker-compose.yml'), filled, { merge: true })
}

const compose = readCompose({
  SECRET: 'thirty-two-characters-or-even-more',
  AUDIT_KEY: Buffer.alloc(32, 1).toString('base64'),
})
const containers = Object.entries(compose.services)
const schemas = { api, realtime, relay, worker }
const ours = Object.entries(schemas)

const container = (name: string): Container => {
  const found = compose.services[name]
  if (!found) throw new Error(`docker-compose.yml has no service ${name}.`)
  return found
}

describe('docker-compose.yml', () => {
  it('runs what the launcher runs, on official images of a named version', () => {
    const names = ['api', 'meilisearch', 'migrate', 'postgres', 'realtime', 'redis', 'relay', 'worker']
    expect(Object.keys(compose.services).toSorted()).toEqual(names)
    const images = [...new Set(containers.map(([, { image }]) => image.split(':')[0]))]
    expect(images).toEqual(['postgres', 'valkey/valkey', 'getmeili/meilisearch', 'enlace'])
    for (const [, { image }] of containers) expect(image).toMatch(/:(v?\d+(\.\d+)*|local)$/)
  })

  it.each(ours)('tells %s exactly what its configuration asks for', (name, schema) => {
    const environment = container(name).environment ?? {}
    expect(schema.safeParse(environment).error?.issues ?? []).toEqual([])
    expect(Object.keys(environment).filter((key) => !(key in schema.shape))).toEqual([])
    const required = Object.entries(schema.shape).filter(([, field]) => !field.safeParse(undefined).success)
    expect(required.map(([key]) => key).filter((key) => !(key in environment))).toEqual([])
  })

  it.each(ours)('looks at the port that %s listens on, from inside', (name) => {
    const { PORT, PROBE_PORT, HOST } = container(name).environment ?? {}
    expect(HOST).toBe('0.0.0.0')
    expect(container(name).healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${PORT ?? PROBE_PORT}/ready`)
  })

  it.each([...ours.map(([name]) => name), 'migrate'])('starts %s from a file that the build makes', (name) => {
    const { command = [], build } = container(name)
    const program = command.find((word) => word.endsWith('.js')) ?? ''
    expect(existsSync(join(root, program.replace(/\/dist\/(bundle\/)?/, '/src/').replace(/js$/, 'ts')))).toBe(true)
    expect(read(build?.dockerfile ?? '')).toMatch(/^FROM node:24/m)
  })

  it('refuses to start the api without secrets of its own', () => {
    expect(api.safeParse(readCompose({}).services['api']?.environment).error?.issues.map(({ path }) => path)).toEqual([
      ['SECRET'],
      ['AUDIT_KEY'],
    ])
  })

  it('lets processes that must agree read the same words', () => {
    const words = (key: string) => new Set(ours.flatMap(([name]) => container(name).environment?.[key] ?? []))
    for (const key of ['DATABASE_URL', 'REDIS_URL', 'MEILI_URL', 'MEILI_KEY', 'SECRET', 'PUBLIC_URL', 'DEMO']) {
      expect(words(key).size, key).toBe(1)
    }
    expect(container('meilisearch').environment?.['MEILI_MASTER_KEY']).toBe([...words('MEILI_KEY')][0])
    const database = new URL([...words('DATABASE_URL')][0] ?? '')
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = container('postgres').environment ?? {}
    expect([database.username, database.password, database.pathname]).toEqual([
      POSTGRES_USER,
      POSTGRES_PASSWORD,
      `/${POSTGRES_DB}`,
    ])
    expect(container('migrate').command?.at(-1)).toBe(database.href)
  })

  it.each([
    ['api', 'DATABASE_URL', 'postgres', '5432'],
    ['api', 'REDIS_URL', 'redis', '6379'],
    ['api', 'MEILI_URL', 'meilisearch', '7700'],
    ['api', 'REALTIME_URL', 'realtime', container('realtime').environment?.['PORT'] ?? ''],
  ])('gives %s a %s that leads to %s', (name, key, host, port) => {
    const url = new URL(container(name).environment?.[key] ?? '')
    expect([url.hostname, url.port]).toEqual([host, port])
  })

  it('shows the network the api alone', () => {
    const open = containers.filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')))
    expect(open.map(([name]) => name)).toEqual(['api'])
  })

  it('keeps data in volumes that are declared, uploads among them', () => {
    const mounts = containers.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')))
    expect([...new Set(mounts.map(([volume]) => volume))].toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
    for (const name of ['api', 'worker']) {
      const { FILES_DIR } = container(name).environment ?? {}
      expect(container(name).volumes).toEqual([`files:${FILES_DIR}`])
    }
  })

  it('keeps the queue on disk and never drops a job for want of memory', () => {
    const words = container('redis').command?.join(' ')
    for (const part of ['--appendonly yes', '--appendfsync everysec', '--maxmemory-policy noeviction']) {
      expect(words).toContain(part)
    }
  })

  it('waits for what is healthy, and only where health is looked at', () => {
    for (const [name, { depends_on: waits = {} }] of containers) {
      for (const [other, { condition }] of Object.entries(waits)) {
        const healthy = container(other).healthcheck !== undefined
        expect(condition, `${name} waits for ${other}`).toBe(
          healthy ? 'service_healthy' : 'service_completed_successfully',
        )
      }
    }
  })

  it('builds with the pnpm that the lockfile was made with', () => {
    const { packageManager }: { packageManager: string } = JSON.parse(read('package.json'))
    expect(read('infra/docker/enlace.Dockerfile')).toContain(`npm install --global ${packageManager}`)
  })
})
