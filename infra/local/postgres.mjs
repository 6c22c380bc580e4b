import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { isExecutable, onPath, prefersEmbedded, run } from './binary.mjs'
import { embeddedPostgres } from './embedded-postgres.mjs'

const oldest = 15
const nobody = 65_534
const asNobody = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`]
const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
const givenToNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...passing]

/** @type {import('./service.mjs').Recipe} */
export const postgres = {
  name: 'postgres',
  variable: 'DATABASE_URL',
  stopSignal: 'SIGINT',
  advice: `Install PostgreSQL ${oldest} or later, or set DATABASE_URL, or run: docker compose up`,
  async find() {
    return prefersEmbedded() ? undefined : machinePostgres()
  },
  shipped: embeddedPostgres,
  async prepare(binary, { folder }) {
    const data = join(folder, `postgres-${await majorOf(binary.path)}`)
    if (existsSync(data)) return data
    // Not synced: only a power cut within the first seconds could tell, and then one starts afresh.
    // Made beside its place and moved there when whole: an interrupted initdb must not be taken for a database.
    const unfinished = `${data}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    const args = ['-D', unfinished, '-U', 'enlace', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
    const { command, args: all, ...owner } = await notAsRoot(join(dirname(binary.path), 'initdb'), args, unfinished)
    await run(command, all, { ...owner, env: { ...process.env, ...binary.env } })
    renameSync(unfinished, data)
    return data
  },
  call(binary, data, port, { durable }) {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300']
    if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
    return notAsRoot(binary.path, args, data)
  },
  url: (port) => `postgres://enlace@127.0.0.1:${port}/postgres`,
  answers,
}

/** @returns {Promise<import('./binary.mjs').Binary | undefined>} */
async function machinePostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const candidates = [onPath('postgres'), ...versions.map((version) => join(debian, version, 'bin/postgres'))]
  for (const path of candidates) {
    if (!path || !isExecutable(path) || !isExecutable(join(dirname(path), 'initdb'))) continue
    const major = await majorOf(path)
    if (major >= oldest) return { path, origin: `PostgreSQL ${major} of this machine` }
  }
  return undefined
}

/**
 * @param {string} path
 * @returns {Promise<number>}
 */
async function majorOf(path) {
  const { stdout } = await run(path, ['--version'])
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? 0)
}

/**
 * Postgres refuses to run as root. A user namespace lets it believe that it is nobody while its files stay ours; where
 * namespaces are forbidden (in many containers) it runs as nobody and owns its data folder, now and later. It keeps the
 * right to pass through folders that are closed to nobody, as /root is.
 * @param {string} command
 * @param {string[]} args
 * @param {string} data
 * @returns {Promise<import('./service.mjs').Call>}
 */
async function notAsRoot(command, args, data) {
  if (userInfo().uid !== 0) return { command, args }
  const given = statSync(data).uid === nobody
  if (!given && (await works('unshare', asNobody)))
    return { command: 'unshare', args: [...asNobody, '--', command, ...args] }
  if (!given) await run('chown', ['-R', `${nobody}:${nobody}`, data])
  if (await works('setpriv', givenToNobody))
    return { command: 'setpriv', args: [...givenToNobody, '--', command, ...args] }
  // Nobody must be able to pass through to its folder; what lies beside it stays closed.
  chmodSync(dirname(data), 0o711)
  return { command, args, uid: nobody, gid: nobody }
}

/**
 * Whether a program that runs others as nobody can do so here.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function works(program, args) {
  return run(program, [...args, '--', 'id', '-u']).then(
    ({ stdout }) => stdout.trim() === String(nobody),
    () => false,
  )
}

/**
 * Says the first message of Postgres' protocol (version 3.0, user, database). A server that is ready answers `R`, asking
 * for authentication or granting it; one that is still starting answers `E`.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  const words = Buffer.from('user\0enlace\0database\0postgres\0\0')
  const head = Buffer.alloc(8)
  head.writeInt32BE(head.length + words.length, 0)
  head.writeInt32BE(3 << 16, 4)
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.concat([head, words])))
    const finish = (/** @type {boolean} */ ready) => {
      socket.destroy()
      resolve(ready)
    }
    socket.setTimeout(1_000, () => finish(false))
    socket.once('data', (reply) => finish(reply.toString('latin1', 0, 1) === 'R'))
    socket.once('error', () => finish(false))
    socket.once('close', () => finish(false))
  })
}
