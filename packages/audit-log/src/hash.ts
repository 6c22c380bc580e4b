import { sha256 } from '@noble/hashes/sha2.js'

import { concat, utf8, type Bytes } from './bytes.ts'

/** 32 bytes of SHA-256. */
export type Hash = Bytes

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** RFC 9162, 2.1.1: leaves and nodes begin with different bytes, so that none can pass for the other. */
export const leafHash = (leaf: Bytes | string): Hash =>
  sha256(concat(leafMark, typeof leaf === 'string' ? utf8(leaf) : leaf))
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(concat(nodeMark, left, right))
/** The root of a tree without leaves. */
export const emptyRoot: Hash = sha256(new Uint8Array())
