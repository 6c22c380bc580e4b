import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { fromBase64, keyText, noteOf, publicKeyOf, signCheckpoint, signerOf, type LogKey } from '@enlace/audit-log'
import { appendEntry, asSystem, openDatabase } from '@enlace/database'
import { asId, type OrganisationId } from '@enlace/domain'
import { testDatabase } from '@enlace/testing'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { logInDatabase } from './log-source.ts'
import { tamperings, type Tampering, type Tools, type Tx } from './tamper.ts'
import { openWitnesses, verifyLog, type Opened, type Verified, type Witness } from './verify-log.ts'

const size = 60
const runs = 1_000
/** Another seed tries other damage: TAMPER_SEED=7. */
const firstSeed = Number(process.env['TAMPER_SEED'] ?? 20261126)
const [ownSeed, otherSeed] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]

let url: string
let owner: postgres.Sql
let key: LogKey
const witnesses: Witness[] = []
let given: Opened
beforeAll(async () => {
  url = await testDatabase()
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  for (let n = 0; n < size; n += 1)
    await asSystem(system, async (tx) => {
      const by = { userId: null, organisationId: asId<OrganisationId>('0190a000-0000-7000-8000-000000000000') }
      const facts = { choice: n % 2 === 0 ? 'awarded' : 'shortlisted' }
      const entry = await appendEntry(tx, { act: 'match.chosen', by, subject: { needId: String(n) }, facts })
      const { origin, index, at } = entry
      const root = fromBase64(entry.root) ?? ownSeed
      key = { origin, publicKey: publicKeyOf(ownSeed) }
      const signed = signCheckpoint({ origin, size: index + 1, root, at }, signerOf(ownSeed))
      // A bidder here and there keeps its receipt or its checkpoint; the newest is kept by somebody.
      if (n % 10 === 4) witnesses.push({ name: `note ${n}`, text: noteOf(signed) })
      if (n % 20 === 9 || n === size - 1)
        witnesses.push({ name: `receipt ${n}`, text: JSON.stringify({ ...entry, entry: entry.body, ...signed }) })
      if (n === size - 1)
        await owner`insert into audit_checkpoints (size, checkpoint, signature) values (${size}, ${signed.checkpoint}, ${signed.signature})`
    })
  await system.close()
  given = openWitnesses(witnesses, key)
}, 60_000)
afterAll(() => owner.end())

/** Chance that comes the same again for the same seed. */
const chance = (seed: number): Tools['pick'] => {
  let state = seed >>> 0
  return (from, to) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from + Math.floor((state / 2 ** 32) * (Math.floor(to) - from))
  }
}

const names = Object.keys(tamperings)
const undo = new Error('undo')

/** Damages the log as a superuser for whom no trigger works, verifies what is there then, and takes it all back. */
async function damaged(tampering: Tampering, seed: number): Promise<{ at: number; found: Verified }> {
  const kept: { at: number; found: Verified }[] = []
  const work = async (tx: Tx): Promise<never> => {
    await tx`set local session_replication_role = replica`
    const at = await tampering(tx, { pick: chance(seed), size, origin: key.origin, ownSeed, otherSeed })
    kept.push({ at, found: await verifyLog(await logInDatabase(tx), given, key) })
    throw undo
  }
  await owner.begin(work).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  const [result] = kept
  if (result === undefined) throw new Error('nothing was verified')
  return result
}

it('finds nothing in a log that nobody touched', async () => {
  expect(await verifyLog(await logInDatabase(owner), given, key)).toEqual({ entries: size, findings: [] })
  expect((await damaged(() => Promise.resolve(0), 1)).found).toEqual({ entries: size, findings: [] })
})

it(`finds each of ${runs} tamperings by a superuser, and where it begins`, { timeout: 300_000 }, async () => {
  const missed: string[] = []
  for (let run = 0; run < runs; run += 1) {
    const name = names[run % names.length] ?? ''
    const tampering = tamperings[name]
    if (tampering === undefined) throw new Error(name)
    const { at, found } = await damaged(tampering, firstSeed + run)
    const [first] = found.findings.filter(({ tampering: kind }) => kind !== 'wrong-key')
    const known = found.findings.some(({ tampering: kind }) => kind === 'wrong-key')
    const placed =
      first !== undefined &&
      (first.to === null ? first.index === at || first.tampering === 'reordered' : first.index <= at && at < first.to)
    if (!placed && !(first === undefined && known))
      missed.push(`${name}, seed ${firstSeed + run}, at ${at}: ${JSON.stringify(found.findings)}`)
  }
  expect(missed).toEqual([])
  expect((await verifyLog(await logInDatabase(owner), given, key)).findings).toEqual([])
})

it('says each kind of damage by its name', async () => {
  const kinds = async (name: string): Promise<string[]> =>
    (await damaged(tamperings[name] ?? (() => Promise.resolve(0)), firstSeed)).found.findings.map(
      ({ tampering }) => tampering,
    )
  expect(await kinds('edit a body')).toContain('edited')
  expect(await kinds('delete an entry')).toContain('deleted')
  expect(await kinds('swap two entries and their hashes')).toContain('reordered')
  expect(await kinds('truncate')).toContain('truncated')
  expect(await kinds('fork with the own key')).toContain('forked')
  expect(await kinds('rewrite and sign with another key')).toContain('wrong-key')
  // Without what was given out before, a log in which all hashes fit passes: it is the witnesses that show it.
  const blind = await owner
    .begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tamperings['fork with the own key']?.(tx, { pick: chance(5), size, origin: key.origin, ownSeed, otherSeed })
      const { findings } = await verifyLog(await logInDatabase(tx), [], key)
      throw Object.assign(new Error('undo'), { findings })
    })
    .catch((error: { findings?: unknown }) => error.findings)
  expect(blind).toEqual([])
})

it('is a command that ends with 0 or 1 and says in words what it found', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-verify-'))
  const run = (args: readonly string[]): Promise<{ code: number; said: string }> =>
    promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      '--conditions',
      'enlace-src',
      join(import.meta.dirname, 'verify-log.main.ts'),
      ...args,
    ]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout }),
    )
  const [keyFile, note, log] = ['key', 'note', 'log.jsonl'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(keyFile, JSON.stringify({ key: keyText(key) }))
  await writeFile(note, witnesses.at(-1)?.text ?? '')
  const lines: string[] = []
  for await (const line of (await logInDatabase(owner)).lines) lines.push(JSON.stringify(line))
  expect(await run(['--database', url, '--key', keyFile, '--checkpoint', note])).toEqual({
    code: 0,
    said: `sound: ${size} entries are as they were signed\n`,
  })
  await writeFile(log, `${lines.toSpliced(7, 1).join('\n')}\n`)
  const { code, said } = await run(['--log', log, '--key', keyFile, '--checkpoint', note])
  expect([code, said.split('\n')[0]]).toEqual([1, 'deleted: entry 7 is not there (first wrong: entry 7)'])
  await rm(folder, { recursive: true })
})
