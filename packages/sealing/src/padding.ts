import type { Bytes } from './bytes.ts'
import { SealingError } from './sealing-error.ts'

const kibibyte = 1024
/** The sizes that anything sealed can have: of what is inside, only the step is seen. */
export const paddingSteps: readonly number[] = [1, 4, 16, 64, 256, 1024, 4096, 16_384].map((step) => step * kibibyte)
const lengthSize = 4
/** The most that one envelope holds. */
export const plaintextLimit = (paddingSteps.at(-1) ?? 0) - lengthSize

/** Zeros up to the next step, the length in front. */
export function padded(plaintext: Uint8Array): Bytes {
  const step = paddingSteps.find((size) => size >= plaintext.length + lengthSize)
  if (step === undefined)
    throw new SealingError(
      'sealing.too-large',
      `An envelope holds ${plaintextLimit} bytes; this has ${plaintext.length}.`,
    )
  const bytes = new Uint8Array(step)
  new DataView(bytes.buffer).setUint32(0, plaintext.length)
  bytes.set(plaintext, lengthSize)
  return bytes
}

/** What was padded, or null where nobody padded it so. */
export function unpadded(bytes: Bytes): Bytes | null {
  if (!paddingSteps.includes(bytes.length)) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const end = lengthSize + length
  if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) return null
  return paddingSteps.find((size) => size >= end) === bytes.length ? bytes.slice(lengthSize, end) : null
}
