import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

import { Problem } from '@enlace/domain'

/**
 * One of the settings for scrypt (RFC 7914) that OWASP's password storage cheat sheet counts as enough: 32 MiB, and
 * about 0.3 s of a processor of 2026's cheaper kind.
 */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 }

/** Hashing runs on the four threads that files and name look-ups need too, so most of them stay free. */
const atOnce = 2
const waitingLimit = 50
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingLimit)
      throw new Problem('service.unavailable', 'Very many people sign in right now. Try again in a moment.')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

/** A password's salted scrypt hash, with its form's name before it so that a later form can live beside it. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(async () => {
    const salt = randomBytes(16)
    return `scrypt1:${salt.toString('base64')}:${(await derive(password, salt)).toString('base64')}`
  })

/** Whether this is the password of the hash; takes as long whether it is or not. */
export const verifyPassword = ({ hash, password }: { hash: string; password: string }): Promise<boolean> =>
  inTurn(async () => {
    const [form, salt, key] = hash.split(':')
    if (form !== 'scrypt1' || salt === undefined || key === undefined) return false
    const wanted = Buffer.from(key, 'base64')
    const given = await derive(password, Buffer.from(salt, 'base64'))
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
