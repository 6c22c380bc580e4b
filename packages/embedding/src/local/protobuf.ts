/** As much of protobuf's wire form as an ONNX file needs: fields are numbered and follow each other. */
export function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return Buffer.from(bytes)
}

const key = (field: number, wireType: number): Buffer => varint(field * 8 + wireType)

export const number = (field: number, value: number): Buffer => Buffer.concat([key(field, 0), varint(value)])
export const float = (field: number, value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return Buffer.concat([key(field, 5), bytes])
}
/** Bytes or a nested message. */
export const bytes = (field: number, value: Uint8Array): Buffer =>
  Buffer.concat([key(field, 2), varint(value.byteLength), value])
export const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value))
export const message = (field: number, ...parts: readonly Uint8Array[]): Buffer => bytes(field, Buffer.concat(parts))
