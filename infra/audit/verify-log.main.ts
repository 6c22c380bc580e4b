import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { parseKey } from '@enlace/audit-log'
import { openDatabase } from '@enlace/database'

import { benchLog } from './bench-log.ts'
import { logInDatabase, logInFile } from './log-source.ts'
import { openWitnesses, verifyLog, type Verified } from './verify-log.ts'

const usage =
  'usage: pnpm verify:log --log FILE | --database URL  --key FILE  [--checkpoint FILE …]\n' +
  '       pnpm verify:log --bench ENTRIES\n' +
  'FILE of a key, a checkpoint or a receipt is what /audit lets one download. Ends with 0 where nothing is wrong, else with 1.\n'
const findingsShown = 20

const { values } = parseArgs({
  options: {
    log: { type: 'string' },
    database: { type: 'string' },
    key: { type: 'string' },
    checkpoint: { type: 'string', multiple: true, default: [] },
    bench: { type: 'string' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)
// Package managers run scripts in the project's folder, wherever they were called.
const at = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path)

async function verify(keyFile: string): Promise<Verified> {
  const text = await readFile(at(keyFile), 'utf8')
  const key = parseKey(text.trim().startsWith('{') ? String((JSON.parse(text) as { key?: unknown }).key) : text)
  if (key === null) throw new Error(`${basename(keyFile)} holds no key of an audit log`)
  const witnesses = await Promise.all(
    values.checkpoint.map(async (path) => ({ name: basename(path), text: await readFile(at(path), 'utf8') })),
  )
  const given = openWitnesses(witnesses, key)
  if (values.log !== undefined) return verifyLog(await logInFile(at(values.log)), given, key)
  const database = openDatabase({ url: values.database ?? '', role: 'enlace_system', maxConnections: 1 })
  try {
    return await verifyLog(await logInDatabase(database.sql), given, key)
  } finally {
    await database.close()
  }
}

if (values.bench !== undefined) say(JSON.stringify(await benchLog(Number(values.bench))))
else if (values.key === undefined || (values.log === undefined) === (values.database === undefined)) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  const { entries, findings } = await verify(values.key)
  for (const { tampering, index, to, words } of findings.slice(0, findingsShown))
    say(`${tampering}: ${words} (first wrong: ${to === null ? `entry ${index}` : `one of ${index} to ${to - 1}`})`)
  if (findings.length > findingsShown) say(`and ${findings.length - findingsShown} more`)
  if (findings.length === 0) say(`sound: ${entries} entries are as they were signed`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
