import { randomInt } from 'node:crypto'

/**
 * Words and prices that stand nowhere else. Those of one canary share a stem, by which all of them are found in any
 * writing; the number behind it says which one it is.
 */
export type Canary = { readonly words: string; readonly prices: number }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const digits = 10_000
const low = 2 ** 16

/** Prices of sixteen digits whose upper 48 bits and first twelve digits are those of the stem, as whole or real numbers. */
function newPrices(): number {
  const stem = randomInt(460_000_000_000 / 2, 890_000_000_000 / 2) * 2
  return (stem * digits) % low <= low - digits ? stem : newPrices()
}
export const newCanary = (): Canary => ({
  words: Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join(''),
  prices: newPrices(),
})
/** The stem with a number from 1 to 9998 behind it. */
export const wordOf = ({ words }: Canary, n: number): string => `${words}${String(n).padStart(4, '0')}`
export const priceOf = ({ prices }: Canary, n: number): number => prices * digits + n

/** One way in which a stem can stand in bytes. `numbered` where the number follows it in four ASCII digits. */
export type Writing = { readonly form: string; readonly bytes: Buffer; readonly numbered: boolean }

/** What is the same in base64 whatever stands before and behind, at each of the three offsets; base64url has the same letters for ASCII. */
const inBase64 = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return Buffer.from(text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6)))
  })
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
/** A text in ASCII in all writings that programs are likely to give it. URL, HTML and JSON leave it as it is. */
function textWritings(name: string, text: string): Writing[] {
  const bytes = Buffer.from(text)
  const all: readonly (readonly [string, Buffer])[] = [
    ['utf-16le', wide(text)],
    // Its first byte is zero, as too many are.
    ['utf-16be', wide(text).swap16().subarray(1)],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['hex of utf-16le', Buffer.from(wide(text).toString('hex'))],
    ['percent', Buffer.from([...bytes].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''))],
    ['escaped', Buffer.from([...bytes].map((byte) => `\\u00${byte.toString(16)}`).join(''))],
    ...inBase64(bytes).map((each, at) => [`base64 at ${at}`, each] as const),
    ...inBase64(wide(text)).map((each, at) => [`base64 of utf-16le at ${at}`, each] as const),
  ]
  return [
    { form: name, bytes, numbered: true },
    ...all.map(([form, each]) => ({ form: `${name}, ${form}`, bytes: each, numbered: false })),
  ]
}
const bits = (write: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(8)
  write(bytes)
  return bytes
}
/** A price as a number in bytes: only what all prices of the stem have in common. */
function numberWritings(stem: number): Writing[] {
  const price = stem * digits
  // A header that says positive, without a fraction, of four groups; then the groups.
  const groups = Buffer.from(Uint16Array.from([0x8003, ...(String(stem).match(/\d{4}/g) ?? []).map(Number)]).buffer)
  const [whole, real] = [bits((to) => to.writeBigInt64BE(BigInt(price))), bits((to) => to.writeDoubleBE(price))]
  const all: readonly (readonly [string, Buffer])[] = [
    ['numeric of Postgres', groups],
    ['int64, big end first', whole.subarray(0, 6)],
    ['int64, small end first', Buffer.from(whole.subarray(0, 6).toReversed())],
    ['float64, big end first', real.subarray(0, 6)],
    ['float64, small end first', Buffer.from(real.subarray(0, 6).toReversed())],
    ...[',', '.', ' ', "'", '’', '\u00a0', '\u202f'].map(
      (separator) =>
        [
          `grouped by ${JSON.stringify(separator)}`,
          Buffer.from(
            String(stem).replace(/^(\d\d)(\d{3})(\d{3})(\d{3})(\d)$/, ['$1', '$2', '$3', '$4', '$5'].join(separator)),
          ),
        ] as const,
    ),
  ]
  return all.map(([form, bytes]) => ({ form: `price, ${form}`, bytes, numbered: false }))
}
/** Every writing in which a canary is looked for. */
export const writingsOf = ({ words, prices }: Canary): readonly Writing[] => [
  ...textWritings('words', words),
  ...textWritings('price', String(prices)),
  ...numberWritings(prices),
]
