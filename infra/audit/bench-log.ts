import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  bodyText,
  canonicalJson,
  entryHash,
  factsDigest,
  Frontier,
  publicKeyOf,
  signCheckpoint,
  signerOf,
  toBase64,
  type LogKey,
  type SignedCheckpoint,
} from '@enlace/audit-log'

import { logInFile } from './log-source.ts'
import { openWitnesses, verifyLog } from './verify-log.ts'

const seed = Buffer.alloc(32, 3)
const key: LogKey = { origin: 'enlace-audit-log/bench', publicKey: publicKeyOf(seed) }
const digest = (text: string): string => createHash('sha256').update(text).digest('base64')
/** How many entries lie between two checkpoints that are held against the log. */
const between = 1_000

/** Writes a log of so many entries into a file; answers with the checkpoints that were given out on the way. */
async function writeLog(path: string, entries: number): Promise<SignedCheckpoint[]> {
  const file = createWriteStream(path)
  const frontier = new Frontier()
  const given: SignedCheckpoint[] = []
  for (let index = 0; index < entries; index += 1) {
    const at = `${new Date(1_790_000_000_000 + index * 1_000).toISOString().slice(0, 23)}000Z`
    const [salt, facts] = [
      digest(`salt ${index}`).slice(0, 24),
      canonicalJson({ version: index, content: digest(`${index}`) }),
    ]
    const id = (of: string): string =>
      `0190a000-0000-7000-8000-${digest(of).replaceAll(/\W/g, '').toLowerCase().slice(0, 12)}`
    const body = bodyText({
      act: 'need.published',
      actor: digest(`person ${index % 400}`),
      facts: factsDigest(salt, facts),
      organisation: id(`organisation ${index % 90}`),
      subject: { needId: id(`need ${index}`) },
    })
    const hash = entryHash({ index, at, body })
    frontier.append(hash)
    const size = index + 1
    if (size % between === 0 || size === entries)
      given.push(signCheckpoint({ origin: key.origin, size, root: frontier.root(), at }, signerOf(seed)))
    const line = `${JSON.stringify({ index, hash: toBase64(hash), at, body, facts, salt })}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return given
}

/** How long a log of so many entries takes to verify, read from a file and held against a checkpoint every thousand. */
export async function benchLog(entries: number): Promise<Readonly<Record<string, number | boolean>>> {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-audit-'))
  try {
    const path = join(folder, 'log.jsonl')
    const given = await writeLog(path, entries)
    const witnesses = given.map((one, at) => ({ name: `checkpoint ${at}`, text: JSON.stringify(one) }))
    const began = performance.now()
    const { findings, entries: read } = await verifyLog(await logInFile(path), openWitnesses(witnesses, key), key)
    const seconds = Math.round(performance.now() - began) / 1_000
    const megabytes = Math.round((await stat(path)).size / 1e5) / 10
    return { entries: read, checkpoints: witnesses.length, megabytes, seconds, sound: findings.length === 0 }
  } finally {
    await rm(folder, { recursive: true })
  }
}
