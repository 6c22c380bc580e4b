import { request as httpRequest } from 'node:http'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

const refusal = 'HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'

/** How long the realtime service may take to answer an upgrade. */
const usualPatienceMs = 10_000

/**
 * Hands websocket upgrades of /live on to the realtime service, so that browsers know one origin. The bytes are not
 * looked into; who may listen is decided there.
 */
export function handOnLive(server: Server, realtimeUrl: string, patienceMs = usualPatienceMs): void {
  const target = new URL(realtimeUrl)
  server.on('upgrade', (incoming, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (new URL(incoming.url ?? '/', 'http://local').pathname !== '/live')
      return socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    const outgoing = httpRequest({
      host: target.hostname,
      port: target.port,
      path: incoming.url,
      headers: { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' },
      timeout: patienceMs,
    })
    outgoing.on('error', () => socket.end(refusal))
    // A browser waits for minutes on its own; whoever is refused comes back at once.
    outgoing.on('timeout', () => outgoing.destroy(new Error('the realtime service does not answer')))
    outgoing.on('response', (response) => {
      socket.write(`HTTP/1.1 ${response.statusCode} ${response.statusMessage}\r\nconnection: close\r\n\r\n`)
      response.pipe(socket)
    })
    outgoing.on('upgrade', (response, upstream, upstreamHead) => {
      // Whoever left meanwhile is not to be spoken to for ever.
      if (socket.destroyed) return upstream.destroy()
      const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${String(value)}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`)
      if (upstreamHead.length > 0) socket.write(upstreamHead)
      if (head.length > 0) upstream.write(head)
      upstream.on('error', () => socket.destroy())
      upstream.on('close', () => socket.destroy())
      socket.on('close', () => upstream.destroy())
      upstream.pipe(socket).pipe(upstream)
    })
    outgoing.end()
  })
}
