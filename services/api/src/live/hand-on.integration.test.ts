import { createServer, request, type Server } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, describe, expect, it } from 'vitest'

import { handOnLive } from './hand-on.ts'

const patienceMs = 200
const ends: (() => unknown)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function portOf(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Asks for a socket at a door that hands on to a port: the status of a refusal, or the socket. */
async function ask(realtimePort: number): Promise<number | Duplex> {
  const door = createServer()
  handOnLive(door, `http://127.0.0.1:${realtimePort}`, patienceMs)
  const asked = request({
    host: '127.0.0.1',
    port: await portOf(door),
    path: '/live',
    headers: { connection: 'Upgrade', upgrade: 'websocket' },
  })
  asked.end()
  return new Promise((resolve, reject) => {
    asked.on('response', ({ statusCode = 0 }) => resolve(statusCode))
    asked.on('upgrade', (_, socket) => {
      ends.push(() => socket.destroy())
      resolve(socket)
    })
    asked.on('error', reject)
  })
}

describe('handing live sockets on', () => {
  it('refuses where the realtime service takes a connection and never answers', async () => {
    expect(await ask(await portOf(createTcp((socket) => void ends.push(() => socket.destroy()))))).toBe(503)
  })

  it('keeps a socket on which nobody says anything for longer than that', async () => {
    const realtime = createServer()
    realtime.on('upgrade', (_, socket: Duplex) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n')
      ends.push(() => socket.destroy())
    })
    const socket = await ask(await portOf(realtime))
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    await sleep(3 * patienceMs)
    expect(socket.destroyed).toBe(false)
  })
})
