import { expect, it } from 'vitest'

import { newHpkeKeys, openWith, sealTo, suite } from './hpke.ts'

const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'))
const plain = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex')

/** RFC 9180, appendix A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
const vector = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  skEm: '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
  pkEm: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
  skRm: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  pkRm: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  aad: '436f756e742d30',
  ct: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
}
const bound = { info: hex(vector.info), aad: hex(vector.aad) }
const keys = { publicKey: hex(vector.pkRm), privateKey: hex(vector.skRm) }

it('seals as the vector of RFC 9180 A.1.1 does', async () => {
  const ekm = {
    publicKey: await suite.kem.deserializePublicKey(hex(vector.pkEm).buffer),
    privateKey: await suite.kem.deserializePrivateKey(hex(vector.skEm).buffer),
  }
  const recipientPublicKey = await suite.kem.deserializePublicKey(keys.publicKey.buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey, info: bound.info.buffer, ekm })
  const sealed = await sender.seal(hex(vector.pt).buffer, bound.aad.buffer)
  expect([plain(sender.enc), plain(sealed)]).toEqual([vector.pkEm, vector.ct])
})

it('opens the vector of RFC 9180 A.1.1, and nothing that differs from it in one place', async () => {
  const sealed = vector.pkEm + vector.ct
  expect(plain((await openWith(keys, hex(sealed), bound)).buffer)).toBe(vector.pt)
  const refused = (at: Promise<unknown>) => expect(at).rejects.toThrow(/./)
  await refused(openWith(keys, hex(sealed.replace(/.$/, 'b')), bound))
  await refused(openWith(keys, hex(sealed.replace(/^./, '4')), bound))
  await refused(openWith(keys, hex(sealed), { ...bound, info: hex('00') }))
  await refused(openWith(keys, hex(sealed), { ...bound, aad: hex('00') }))
  await refused(openWith(await newHpkeKeys(), hex(sealed), bound))
})

it('opens what it sealed to a key it made, and never seals the same twice', async () => {
  const own = await newHpkeKeys()
  const [one, other] = [
    await sealTo(own.publicKey, hex('0102'), bound),
    await sealTo(own.publicKey, hex('0102'), bound),
  ]
  expect(one).not.toEqual(other)
  expect(plain((await openWith(own, one, bound)).buffer)).toBe('0102')
})
