import * as z from 'zod'

import type { Embedder } from '../embedder.ts'
import { post, type Server } from './post.ts'

/** Texts in one request, and the letters of each that are sent. */
const batchSize = 32
const longestText = 6000

const vector = z.array(z.number()).min(1)
const ollama = z.object({ embeddings: z.array(vector) })
const openai = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: vector })) })

/** The two protocols that servers of embeddings speak. */
const protocols = {
  openai: async (server: Server, input: readonly string[]) => {
    const { data } = openai.parse(await post(server, '/v1/embeddings', { model: server.model, input }))
    return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
  },
  ollama: async (server: Server, input: readonly string[]) =>
    ollama.parse(await post(server, '/api/embed', { model: server.model, input })).embeddings,
} as const
export type Protocol = keyof typeof protocols

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values)
  if (!(length > 0)) throw new Error('the server of embeddings answered a vector without length')
  return Float32Array.from(values, (value) => value / length)
}

/**
 * Opens a model that runs elsewhere; asks it once, for it alone knows how long its vectors are.
 * @throws Error where the server does not answer as its protocol says
 */
export async function openRemote(protocol: Protocol, server: Server): Promise<Embedder> {
  const ask = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const vectors = (
      await protocols[protocol](
        server,
        texts.map((text) => text.slice(0, longestText)),
      )
    ).map(unit)
    if (vectors.length !== texts.length) throw new Error('the server of embeddings answered another number of vectors')
    return vectors
  }
  const dims = (await ask(['enlace']))[0]?.length ?? 0
  return {
    id: `${protocol}:${server.model}/${dims}`,
    dims,
    languages: null,
    embed: async (texts) => {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += batchSize)
        vectors.push(...(await ask(texts.slice(from, from + batchSize))))
      if (vectors.some((one) => one.length !== dims)) throw new Error('the server of embeddings changed its model')
      return vectors
    },
    close: async () => undefined,
  }
}
