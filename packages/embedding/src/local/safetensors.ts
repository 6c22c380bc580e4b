/** The half-precision tensors of a safetensors file, read as single precision when asked for. */
export type Tensors = (name: string, length: number) => Float32Array

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** Every half there is; looking one up is much quicker than working it out. */
const halves = Float32Array.from({ length: 0x10000 }, (_, bits) => half(bits))

/**
 * Opens a file of tensors: eight bytes of length, a JSON header, then the numbers.
 * @throws Error where the file is cut, or lacks a tensor of that size
 */
export function readTensors(file: Buffer): Tensors {
  const headerLength = file.length < 8 ? Infinity : Number(file.readBigUInt64LE(0))
  if (headerLength > file.length - 8) throw new Error('the model file is cut')
  const header = JSON.parse(file.toString('utf8', 8, 8 + headerLength)) as Record<
    string,
    { dtype: string; data_offsets: readonly [number, number] } | undefined
  >
  const body = file.subarray(8 + headerLength)
  return (name, length) => {
    const tensor = header[name]
    if (tensor?.dtype !== 'F16') throw new Error(`the model file has no ${name}`)
    const [from, to] = tensor.data_offsets
    if (to - from !== 2 * length || to > body.length) throw new Error(`${name} has another size in the model file`)
    // Copied, so that it begins at an even place.
    const bits = new Uint16Array(new Uint8Array(body.subarray(from, to)).buffer)
    const values = new Float32Array(length)
    for (let at = 0; at < length; at += 1) values[at] = halves[bits[at] ?? 0] ?? 0
    return values
  }
}
