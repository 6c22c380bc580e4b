/** Turns texts into vectors of meaning, each of length one; `id` is stored beside each vector, so that a change of model is seen. */
export type Embedder = {
  readonly id: string
  /** Length of every vector. */
  readonly dims: number
  /** The languages it knows, as two letters; null for all. */
  readonly languages: readonly string[] | null
  readonly embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>
  readonly close: () => Promise<void>
}
