/** Turns texts into vectors of meaning; `id` is stored beside each vector, so that a change of model is seen. */
export type Embedder = {
  readonly id: string
  /** Length of every vector; 0 where no model runs. */
  readonly dims: number
  readonly embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>
}

/** No model at all: matching rests on words and categories. */
export const noEmbedder: Embedder = {
  id: 'none',
  dims: 0,
  embed: async (texts) => texts.map(() => new Float32Array(0)),
}
