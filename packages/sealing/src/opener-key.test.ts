import { beforeAll, describe, expect, it } from 'vitest'

import { iterationsNow, parseBackup, readBackup, type KeyBackup } from './key-backup.ts'
import { newOpenerKey, unlockOpenerKey, type OpenerKey } from './opener-key.ts'
import { isPublicKey } from './public-key.ts'

const passphrase = 'tres barcos en el río'
let made: { readonly key: OpenerKey; readonly backup: KeyBackup }
beforeAll(async () => {
  made = await newOpenerKey(passphrase, 600_000)
})
const coded = (code: string) => expect.objectContaining({ code })

describe('the backup of a key', () => {
  it('gives the key back for its passphrase, also where accents are typed otherwise, and for no other', async () => {
    expect(await isPublicKey(made.key.publicKey)).toBe(true)
    expect(await unlockOpenerKey(made.backup, passphrase.normalize('NFD'))).toEqual(made.key)
    for (const wrong of ['', `${passphrase} `, passphrase.toUpperCase()])
      await expect(unlockOpenerKey(made.backup, wrong)).rejects.toEqual(coded('sealing.wrong-passphrase'))
  })

  it('survives a file, and holds nothing of the private key in clear', async () => {
    const file = JSON.stringify(made.backup)
    expect(await unlockOpenerKey(readBackup(file), passphrase)).toEqual(made.key)
    expect(file).not.toContain(Buffer.from(made.key.privateKey).toString('base64url'))
  })

  it('vouches for the public key and the rounds in it', async () => {
    const other = await newOpenerKey(passphrase, 600_000)
    const swapped = { ...made.backup, publicKey: other.key.publicKey }
    await expect(unlockOpenerKey(swapped, passphrase)).rejects.toEqual(coded('sealing.wrong-passphrase'))
    expect(other.key.publicKey).not.toBe(made.key.publicKey)
  })

  it('is told from anything else', () => {
    const wrong: readonly unknown[] = [
      null,
      [],
      'text',
      {},
      { ...made.backup, kind: 'other' },
      { ...made.backup, v: 2 },
      { ...made.backup, iterations: 1 },
      { ...made.backup, iterations: 1e9 },
      { ...made.backup, iterations: 700_000.5 },
      { ...made.backup, salt: 'AA' },
      { ...made.backup, wrapped: `${made.backup.wrapped}A` },
      { ...made.backup, publicKey: 7 },
    ]
    for (const value of wrong) expect(() => parseBackup(value)).toThrow('not the backup')
    for (const text of ['', '{', 'null', `${JSON.stringify(made.backup)}${' '.repeat(5000)}`])
      expect(() => readBackup(text)).toThrow('not the backup')
    expect(parseBackup({ ...made.backup, more: 'is dropped' })).toEqual(made.backup)
  })

  it('is wrapped by a million rounds unless said otherwise', async () => {
    expect((await newOpenerKey(passphrase)).backup.iterations).toBe(iterationsNow)
    expect(iterationsNow).toBeGreaterThanOrEqual(600_000)
  })
})
