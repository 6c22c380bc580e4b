/** A vector as whole numbers from -127 to 127, a byte each: only its direction counts. */
export function small(vector: Float32Array): Int8Array {
  const most = vector.reduce((sofar, value) => Math.max(sofar, Math.abs(value)), 0)
  return Int8Array.from(vector, (value) => (most === 0 ? 0 : Math.round((value / most) * 127)))
}

/** What stands for a text that could not be read. */
export const isBlank = (vector: Int8Array): boolean => vector.every((value) => value === 0)

/** The cosine of `query` with the vector that begins at `from`. */
export function cosine(query: Int8Array, vectors: Int8Array, from: number): number {
  let dot = 0
  let own = 0
  let other = 0
  for (let at = 0; at < query.length; at += 1) {
    const [a, b] = [query[at] ?? 0, vectors[from + at] ?? 0]
    dot += a * b
    own += a * a
    other += b * b
  }
  return own === 0 || other === 0 ? 0 : dot / Math.sqrt(own * other)
}
