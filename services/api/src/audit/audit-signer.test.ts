import { randomBytes } from 'node:crypto'

import { expect, it } from 'vitest'

import { isSigned, signerOf } from '@enlace/audit-log'

import { openSigner } from './audit-signer.ts'

it('signs to the letter as the code does that browsers verify by', () => {
  const seed = randomBytes(32)
  const [fast, plain] = [openSigner(seed.toString('base64')), signerOf(seed)]
  for (const text of ['', 'enlace-audit-log/demo\n1\n', 'señal'.repeat(1000)]) {
    expect(fast.sign(text)).toEqual(plain.sign(text))
    expect(isSigned(text, fast.sign(text), plain.publicKey)).toBe(true)
  }
  expect(() => openSigner('short')).toThrow('the audit key is 32 bytes in base64')
})
