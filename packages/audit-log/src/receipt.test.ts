import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { noteOf, openCheckpoint, parseNote, signCheckpoint } from './checkpoint.ts'
import { bodyText, entryHash, factsDigest, pseudonym } from './entry.ts'
import { leafHash, nodeHash } from './hash.ts'
import { keyText, parseKey } from './key.ts'
import { checkReceipt, parseReceipt, type Receipt } from './receipt.ts'
import { isSigned, publicKeyOf, signerOf } from './signature.ts'

const seed = new Uint8Array(32).fill(7)
const origin = 'enlace-audit-log/test'
const key = { origin, publicKey: publicKeyOf(seed) }
const at = '2026-11-26T12:00:00.000001Z'
const [salt, facts] = ['c2FsdA==', canonicalJson({ version: 2, reason: 'It was said better.' })]
const body = bodyText({
  act: 'need.amended',
  actor: pseudonym(new Uint8Array(32), 'somebody'),
  facts: factsDigest(salt, facts),
  organisation: null,
  subject: { needId: '1' },
})
const neighbour = leafHash('another entry')
const root = nodeHash(neighbour, entryHash({ index: 1, at, body }))
const receipt: Receipt = {
  ...{ index: 1, at, entry: body, facts, salt },
  ...signCheckpoint({ origin, size: 2, root, at }, signerOf(seed)),
  proof: [toBase64(neighbour)],
}

describe('what is signed', () => {
  it('reads the key and the signature that the documents of signed notes print', () => {
    const known = parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    const note =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    const parts = parseNote(note)
    const signature = fromBase64(parts?.signature.split(' ')[2] ?? '')
    expect(known?.origin).toBe('PeterNeumann')
    expect(isSigned(parts?.checkpoint ?? '', signature?.slice(4) ?? seed, known?.publicKey ?? seed)).toBe(true)
    expect(isSigned(`${parts?.checkpoint} `, signature?.slice(4) ?? seed, known?.publicKey ?? seed)).toBe(false)
    expect(parseKey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeNull()
  })

  it('comes back from a note and from a key in one line', () => {
    const signed = { checkpoint: receipt.checkpoint, signature: receipt.signature }
    expect(parseNote(noteOf(signed))).toEqual(signed)
    expect(parseKey(keyText(key))).toEqual(key)
    expect(openCheckpoint(signed, key)).toEqual({ origin, size: 2, root, at })
  })

  it('has one text for a value, whatever the order it is given in', () => {
    expect(canonicalJson({ b: [1, 'é', null], a: { d: true, c: 1e21 } })).toBe(
      '{"a":{"c":1e+21,"d":true},"b":[1,"é",null]}',
    )
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError)
    expect(() => canonicalJson('\ud800')).toThrow(RangeError)
  })
})

describe('a receipt', () => {
  it('holds as it was given, also after it went through a file', () => {
    const read = parseReceipt(JSON.stringify(receipt, null, 2))
    expect(read).toEqual(receipt)
    expect(checkReceipt(receipt, key)).toEqual({ origin, size: 2, root, at })
    expect(checkReceipt({ ...receipt, facts: null, salt: null }, key)).toMatchObject({ size: 2 })
    expect(parseReceipt(JSON.stringify({ id: 'a bid', receipt }))).toEqual(receipt)
  })

  it.each([
    ['not-included', { at: '2026-11-26T11:59:59.999999Z' }],
    ['not-included', { index: 0 }],
    ['not-included', { entry: body.replace('amended', 'published') }],
    ['not-included', { proof: [] }],
    ['not-included', { proof: [toBase64(leafHash('a third'))] }],
    ['other-facts', { facts: facts.replace('2', '3') }],
    ['other-facts', { salt: null }],
    ['unsigned', { checkpoint: receipt.checkpoint.replace('\n2\n', '\n3\n') }],
    ['wrong-key', signCheckpoint({ origin, size: 2, root, at }, signerOf(new Uint8Array(32).fill(8)))],
    ['wrong-key', signCheckpoint({ origin: 'enlace-audit-log/other', size: 2, root, at }, signerOf(seed))],
    ['unreadable', { checkpoint: 'no checkpoint' }],
    ['unreadable', { signature: '— nobody' }],
    ['unreadable', { proof: ['short'] }],
    ['unreadable', { index: -1 }],
  ])('is refused as %s with %j', (fault, change) => {
    expect(checkReceipt({ ...receipt, ...change }, key)).toBe(fault)
  })

  it.each(['', 'null', '[]', '{}', '"text"', '{"index":1}', JSON.stringify({ ...receipt, proof: [1] })])(
    'is not read out of %s',
    (text) => {
      expect(parseReceipt(text)).toBeNull()
    },
  )
})
