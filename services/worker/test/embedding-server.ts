import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Embedder } from '@enlace/embedding'

/** How the server behaves: as it should, never answering, or failing in one of the ways servers fail. */
export type Mood = 'well' | 'hangs' | 'errs' | 'redirects' | 'babbles'

/** A server on this machine that speaks both protocols and reads with a real model. */
export async function startEmbeddingServer(model: Embedder) {
  const seen: { path: string; key: string | undefined; count: number }[] = []
  let mood: Mood = 'well'
  const answer = async (path: string, body: { input: readonly string[] }): Promise<object> => {
    const vectors = (await model.embed(body.input)).map((vector) => [...vector])
    return path === '/api/embed'
      ? { embeddings: vectors }
      : // In another order than asked, as the protocol allows.
        { data: vectors.map((embedding, index) => ({ index, embedding })).toReversed() }
  }
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as { input: readonly string[] }
      seen.push({ path: request.url ?? '', key: request.headers.authorization, count: body.input.length })
      if (mood === 'hangs') return
      if (mood === 'errs') return void response.writeHead(503).end('busy')
      if (mood === 'redirects') return void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()
      if (mood === 'babbles') return void response.writeHead(200).end('{"data":"none"}')
      void answer(request.url ?? '', body).then((found) => response.writeHead(200).end(JSON.stringify(found)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    be: (next: Mood): void => void (mood = next),
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type EmbeddingServer = Awaited<ReturnType<typeof startEmbeddingServer>>
