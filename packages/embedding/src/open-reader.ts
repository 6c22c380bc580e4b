import * as z from 'zod'

import { installedModel, openLocal } from './local/local-embedder.ts'
import { pivotReader, plainReader, type Reader } from './reader.ts'
import { openRemote } from './remote/remote-embedder.ts'

/** Which model reads what texts mean. */
export const embedderConfig = {
  /** `auto` is `local` where its model was added, and `none` elsewhere. */
  EMBEDDER: z.enum(['auto', 'none', 'local', 'openai', 'ollama']).default('auto'),
  /** The server of `openai` (asked at /v1/embeddings) or `ollama` (asked at /api/embed). */
  EMBEDDER_URL: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).default(''),
  /** Where `pnpm add:model` put the model of `local`. */
  MODEL_DIR: z.string().default('infra/model'),
  EMBEDDER_MODEL: z.string().max(200).default(''),
  EMBEDDER_KEY: z.string().default(''),
  EMBEDDER_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(20_000),
  /** `apertium` turns Spanish, Portuguese and French into English first, by a program on this machine. */
  PIVOT: z.enum(['none', 'apertium']).default('none'),
}
/** The same for a command that needs nothing else. */
export const embedderSettings = z.object(embedderConfig)
export type EmbedderSettings = z.output<typeof embedderSettings>

/** Whether these settings name a model at all. */
export const readsMeaning = ({ EMBEDDER, MODEL_DIR }: EmbedderSettings): boolean =>
  EMBEDDER === 'auto' ? installedModel(MODEL_DIR) !== null : EMBEDDER !== 'none'

async function openEmbedder(settings: EmbedderSettings) {
  const { EMBEDDER: kind, EMBEDDER_URL: url, EMBEDDER_MODEL: model, EMBEDDER_KEY: key } = settings
  if (kind === 'openai' || kind === 'ollama') {
    if (url === '' || model === '') throw new Error(`EMBEDDER=${kind} needs EMBEDDER_URL and EMBEDDER_MODEL`)
    return openRemote(kind, { url, model, key, timeoutMs: settings.EMBEDDER_TIMEOUT_MS })
  }
  const files = installedModel(settings.MODEL_DIR)
  if (files === null) throw new Error('EMBEDDER=local needs the model: run pnpm add:model')
  return openLocal(files)
}

/**
 * Opens the model that the settings name.
 * @throws Error where it cannot be opened: a missing or broken file, a server that does not answer
 */
export async function openReader(settings: EmbedderSettings): Promise<Reader> {
  const embedder = await openEmbedder(settings)
  return settings.PIVOT === 'apertium' ? pivotReader(embedder) : plainReader(embedder)
}
