import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { freePort } from './ports.mjs'

const program = join(import.meta.dirname, 'start.mjs')
const folder = mkdtempSync(join(tmpdir(), 'enlace-start-'))
const patienceMs = 240_000

interface Launch {
  child: ChildProcess
  output: () => string
  url: string
}

/** Whatever was launched, so that a test that fails leaves nothing to the next one. */
const launched: ChildProcess[] = []
let busy: Server
const port = (): number => (busy.address() as AddressInfo).port

beforeAll(async () => {
  // Below the ports that the system gives to whoever connects somewhere: one of those may hold the next number for a
  // minute after it was found free.
  busy = createServer().listen(await freePort(20_000 + randomInt(10_000)), '127.0.0.1')
  await once(busy, 'listening')
  // One key in 64 begins with a dash, which must not make it an option of Meilisearch's.
  const secrets = { session: 's'.repeat(43), meilisearch: `-${'m'.repeat(31)}` }
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets))
})
afterEach(async () => {
  const left = launched.splice(0).filter(isAlive)
  for (const child of left) child.kill('SIGTERM')
  await until(() => !left.some(isAlive), 20_000)
})
afterAll(() => {
  busy.close()
  rmSync(folder, { recursive: true, force: true })
})

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

async function launch({ args = [] as string[], data = folder } = {}): Promise<Launch> {
  const env = { ...process.env, ENLACE_DATA: data, PORT: String(port()), NODE_ENV: 'production' }
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  launched.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (output += String(words)))
  await until(() => /^ready /m.test(output) || !isAlive(child))
  const url = /^ready (http:\/\/127\.0\.0\.1:\d+)\n$/m.exec(output)?.[1]
  if (!url) throw new Error(`npm start did not become ready:\n${output}`)
  return { child, output: () => output, url }
}

async function until(done: () => boolean, timeoutMs = patienceMs): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!done() && Date.now() < deadline) await sleep(50)
}

/** Every process that the launcher started, with its command line. */
function childrenOf({ child }: Launch): Map<number, string> {
  const pids = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').map(Number)
  return new Map(pids.map((pid) => [pid, readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')]))
}

/** A zombie has ended too; where no init asks after orphans it stays in the list. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && !/\) Z/.test(readFileSync(stat, 'utf8'))
}

it.runIf(process.platform === 'linux')(
  'npm start avoids a busy port, revives what crashes and leaves nothing behind',
  async () => {
    const first = await launch()
    expect(first.output()).toContain(`${port()} is taken, so `)
    expect(new URL(first.url).port).not.toBe(String(port()))
    expect(first.output().endsWith(`\nready ${first.url}\n`)).toBe(true)
    expect(await (await fetch(first.url)).text()).toContain('<!doctype html>')

    const started = childrenOf(first)
    const relay = [...started].find(([, line]) => line.includes('services/relay/'))?.[0] ?? 0
    process.kill(relay, 'SIGKILL')
    // The killed one may stand among the children for a moment longer, so the launcher's word comes first.
    await until(() => /relay +ended/.test(first.output()), 10_000)
    expect(first.output()).toMatch(/relay +ended \(SIGKILL\), starts again in 0\.5 s/)
    await until(() => [...childrenOf(first).values()].some((line) => line.includes('services/relay/')), 10_000)

    const all = [...childrenOf(first).keys()]
    first.child.kill('SIGTERM')
    await until(() => first.child.exitCode !== null, 20_000)
    expect(first.child.exitCode).toBe(0)
    await until(() => !all.some(isRunning), 5_000)
    expect(all.filter(isRunning)).toEqual([])
    // Guard, three services and four processes.
    expect(all.length).toBe(8)
  },
  patienceMs,
)

it.runIf(process.platform === 'linux')(
  'two that start at the same time with the same wish each get a port of their own',
  async () => {
    const houses = await Promise.all([launch(), launch({ data: join(folder, 'beside') })])
    const [one, other] = houses.map(({ url }) => url)
    expect(one).not.toBe(other)
    for (const { child } of houses) child.kill('SIGTERM')
    await until(() => houses.every(({ child }) => child.exitCode !== null), 20_000)
    expect(houses.map(({ child }) => child.exitCode)).toEqual([0, 0])
  },
  patienceMs,
)

it.runIf(process.platform === 'linux')(
  'npm start -- --reset begins afresh inside its folder alone, and even kill -9 leaves nothing running',
  async () => {
    const outside = join(folder, 'cache-of-somebody')
    writeFileSync(outside, 'kept')
    const [before, secrets] = [
      statSync(join(folder, 'services')).birthtimeMs,
      readFileSync(join(folder, 'secrets.json'), 'utf8'),
    ]
    writeFileSync(join(folder, 'services', 'left-over'), '')
    const second = await launch({ args: ['--reset'] })
    expect(existsSync(join(folder, 'services', 'left-over'))).toBe(false)
    expect(statSync(join(folder, 'services')).birthtimeMs).toBe(before)
    expect([readFileSync(outside, 'utf8'), readFileSync(join(folder, 'secrets.json'), 'utf8')]).toEqual([
      'kept',
      secrets,
    ])

    const all = [...childrenOf(second).keys()]
    second.child.kill('SIGKILL')
    await until(() => !all.some(isRunning), 20_000)
    expect(all.filter(isRunning)).toEqual([])
  },
  patienceMs,
)
