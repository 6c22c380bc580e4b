import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { readTensors } from './safetensors.ts'
import { dims, minilm } from './minilm.ts'
import { wordPieces, type WordPieces } from './word-piece.ts'

/** What the weights of the release we pin add up to; others would be another model under the same name. */
const weightsSum = '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d'
const longestText = 256

/** Rises with every change of what the same text becomes. */
export const localId = 'minilm-l6-v2-int8/1'
export const localDims = dims

export type ModelFiles = { readonly weights: string; readonly tokenizer: string }
export type Model = { readonly onnx: Buffer; readonly pieces: WordPieces }

/**
 * Reads the model from its files and writes it anew for the machine that runs it; takes about a second.
 * @throws Error where a file is missing or not what it should be
 */
export function readModel(files: ModelFiles): Model {
  const weights = readFileSync(files.weights)
  if (createHash('sha256').update(weights).digest('hex') !== weightsSum)
    throw new Error(`the model file ${files.weights} is broken or another one`)
  const { model } = JSON.parse(readFileSync(files.tokenizer, 'utf8')) as { model: { vocab: Record<string, number> } }
  return { onnx: minilm(readTensors(weights)), pieces: wordPieces(model.vocab, longestText) }
}
