import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onPath } from './binary.mjs'
import { debianRedis } from './debian-redis.mjs'

/** @type {import('./service.mjs').Recipe} */
export const redis = {
  name: 'redis',
  variable: 'REDIS_URL',
  stopSignal: 'SIGTERM',
  advice: 'Install redis-server (or valkey-server), or set REDIS_URL, or run: docker compose up',
  async find({ cache }) {
    const path = onPath('redis-server') ?? onPath('valkey-server')
    return path ? { path, origin: 'Redis of this machine' } : debianRedis(join(cache, 'redis'))
  },
  async prepare(_binary, { folder }) {
    const data = join(folder, 'redis')
    mkdirSync(data, { recursive: true })
    return data
  },
  async call(binary, data, port, { durable }) {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--databases', '10000', '--save', '']
    args.push('--maxmemory-policy', 'noeviction', '--appendonly', durable ? 'yes' : 'no', '--appendfsync', 'everysec')
    return { command: binary.path, args }
  },
  url: (port) => `redis://127.0.0.1:${port}`,
  answers: (port) =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
      const finish = (/** @type {boolean} */ ready) => {
        socket.destroy()
        resolve(ready)
      }
      socket.setTimeout(1_000, () => finish(false))
      socket.once('data', (reply) => finish(reply.toString().startsWith('+PONG')))
      socket.once('error', () => finish(false))
      socket.once('close', () => finish(false))
    }),
}
