import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { CanaryScan } from './canary-scan.ts'
import { newCanary, priceOf, wordOf, writingsOf } from './canary.ts'

const canary = newCanary()
const word = wordOf(canary, 42)
const price = priceOf(canary, 9998)
const around = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('é"'), bytes, Buffer.from('\\n…')])
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const number = (write: (to: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(8)
  write(bytes)
  return bytes
}
/** A text as programs write it. */
const written = (text: string): Record<string, Buffer> => ({
  plain: Buffer.from(text),
  json: Buffer.from(JSON.stringify({ a: [text] })),
  url: Buffer.from(encodeURIComponent(`a b ${text}`)),
  'utf-16le': utf16(text),
  'utf-16be': utf16(text).swap16(),
  hex: Buffer.from(Buffer.from(`x${text}`).toString('hex')),
  HEX: Buffer.from(Buffer.from(`x${text}`).toString('hex').toUpperCase()),
  gzip: gzipSync(`some ${text} more`),
  'gzip of base64': gzipSync(Buffer.from(`some ${text} more`).toString('base64')),
  ...Object.fromEntries(
    ['', 'a', 'ab'].flatMap((before) => [
      [`base64 behind ${before.length}`, Buffer.from(Buffer.from(`${before}${text}z`).toString('base64'))],
      [`base64url behind ${before.length}`, Buffer.from(Buffer.from(`${before}${text}zz`).toString('base64url'))],
      [
        `base64 of utf-16 behind ${before.length}`,
        Buffer.from(Buffer.concat([Buffer.from(before), utf16(text)]).toString('base64')),
      ],
    ]),
  ),
})
const asNumber: Record<string, Buffer> = {
  'int64 be': number((to) => to.writeBigInt64BE(BigInt(price))),
  'int64 le': number((to) => to.writeBigInt64LE(BigInt(price))),
  'float64 be': number((to) => to.writeDoubleBE(price)),
  'float64 le': number((to) => to.writeDoubleLE(price)),
  ...Object.fromEntries(
    ['en', 'es', 'de', 'fr', 'de-CH'].map((language) => [
      language,
      Buffer.from(new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' }).format(price / 100)),
    ]),
  ),
}
const found = (bytes: Buffer): number => {
  const scan = new CanaryScan({ it: canary })
  scan.look('here', bytes)
  return scan.seen('here', 'it').hits
}

describe('a canary', () => {
  it.each(Object.entries({ ...written(word), ...asNumber }))('is found as %s', (_, bytes) => {
    expect([found(bytes), found(around(bytes))]).toEqual([expect.any(Number), expect.any(Number)])
    expect(Math.min(found(bytes), found(around(bytes)))).toBeGreaterThan(0)
  })

  it.each(Object.entries(written(String(price))))('is found as a price in words, %s', (_, bytes) => {
    expect(Math.min(found(bytes), found(around(bytes)))).toBeGreaterThan(0)
  })

  it('is not found where another one is', () => {
    const other = newCanary()
    const all = [...Object.values(written(wordOf(other, 42))), number((to) => to.writeDoubleBE(priceOf(other, 1)))]
    expect(all.map(found)).toEqual(all.map(() => 0))
  })

  it('has prices of which every one is written by the same beginning', () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const one = newCanary()
      const scan = new CanaryScan({ one })
      const prices = [1, 2, 4999, 9998].map((n) => priceOf(one, n))
      expect(prices.every((each) => Number.isSafeInteger(each) && each < 9e15)).toBe(true)
      for (const each of prices)
        scan.look(
          'here',
          Buffer.concat([number((to) => to.writeDoubleBE(each)), number((to) => to.writeBigInt64LE(BigInt(each)))]),
        )
      expect(scan.seen('here', 'one').hits).toBe(8)
    }
  })
})

it('a file is read in pieces between which nothing falls, and each find is counted once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enlace-scan-'))
  const piece = 4 * 2 ** 20
  const at = [0, piece - word.length, piece - 5, piece + 300, 2 * piece - 1, 2 * piece + 1020]
  const bytes = Buffer.alloc(2 * piece + 2000)
  for (const [n, offset] of at.entries()) bytes.write(wordOf(canary, n + 1), offset + n * 40)
  writeFileSync(join(folder, 'file'), bytes)
  const scan = new CanaryScan({ it: canary })
  scan.folder(() => 'folder', folder)
  rmSync(folder, { recursive: true })
  expect([scan.seen('folder', 'it').hits, [...scan.seen('folder', 'it').words]]).toEqual([6, [1, 2, 3, 4, 5, 6]])
  expect(scan.bytes.get('folder')).toBe(2 * piece + 2000)
})

it('no writing begins with bytes that stand everywhere', () => {
  expect(writingsOf(canary).filter(({ bytes }) => bytes.readUInt16BE(0) === 0)).toEqual([])
})
