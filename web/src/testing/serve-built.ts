import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type WebSocket, WebSocketServer } from 'ws'

const root = fileURLToPath(new URL('../../build', import.meta.url))
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** What the pretended API answers; `null` means that nobody answers. */
export type Answer = { readonly status: number; readonly body: unknown } | null
export type Served = {
  readonly url: string
  /** Says something on a live topic to every page that listens. */
  readonly say: (topic: string, name: string, data: unknown) => void
  readonly close: () => Promise<void>
}

/** Serves web/build at a free port, every unknown path as the app's one page, `answer` below /api and /ready, and a live channel. */
export async function serveBuilt(
  answer: (method: string, path: string, headers: IncomingHttpHeaders) => Answer,
): Promise<Served> {
  if (!existsSync(join(root, 'index.html'))) throw new Error('Build the web app first: pnpm --filter web build')
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    if (path.startsWith('/api/') || path === '/ready')
      replyWith(answer(request.method ?? 'GET', path, request.headers), request, response)
    else replyWithFile(path, response)
  })
  const channel = new WebSocketServer({ server, path: '/live' })
  const joined = new Map<WebSocket, Set<string>>()
  channel.on('connection', (socket) => {
    const topics = new Set<string>()
    joined.set(socket, topics)
    socket.on('close', () => joined.delete(socket))
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as { kind: string; topic: string }
      if (frame.kind !== 'subscribe') return
      topics.add(frame.topic)
      socket.send(JSON.stringify({ kind: 'subscribed', topic: frame.topic, epoch: 'e', seq, recovered: false }))
    })
  })
  let seq = 0
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    say: (topic, name, data) => {
      const message = JSON.stringify({
        kind: 'message',
        topic,
        epoch: 'e',
        after: seq,
        seq: seq + 1,
        ageMs: 0,
        name,
        data,
      })
      seq += 1
      for (const [socket, topics] of joined) if (topics.has(topic)) socket.send(message)
    },
    close: async () => {
      for (const socket of joined.keys()) socket.terminate()
      channel.close()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function replyWith(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === null) request.socket.destroy()
  else if (answer.status === 204) response.writeHead(204).end()
  else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
}

function replyWithFile(path: string, response: ServerResponse): void {
  const asked = join(root, normalize(path))
  const file =
    asked.startsWith(root) && existsSync(asked) && statSync(asked).isFile() ? asked : join(root, 'index.html')
  response
    .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(file))
}
