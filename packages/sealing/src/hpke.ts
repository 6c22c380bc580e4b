import { Aes128Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519'

import { joined, type Bytes } from './bytes.ts'
import { keySize } from './envelope.ts'

/** RFC 9180 with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM: the suite of its appendix A.1. */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

export type HpkeKeys = { readonly publicKey: Bytes; readonly privateKey: Bytes }
/** A buffer that holds these bytes and no others. */
const whole = (bytes: Bytes): ArrayBuffer => bytes.slice().buffer

type Bound = { readonly info: Bytes; readonly aad: Bytes }

export async function newHpkeKeys(): Promise<HpkeKeys> {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair()
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(privateKey)),
  }
}

/** Seals to a public key, in base mode: the encapsulated key, then the ciphertext. Throws for a key of no use. */
export async function sealTo(publicKey: Bytes, plaintext: Bytes, { info, aad }: Bound): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(whole(publicKey))
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: whole(info) }, whole(plaintext), whole(aad))
  return joined([new Uint8Array(enc), new Uint8Array(ct)])
}

/** Opens what was sealed to the public key of this pair; throws where it was not, or not bound to the same. */
export async function openWith(keys: HpkeKeys, sealed: Bytes, { info, aad }: Bound): Promise<Bytes> {
  const recipientKey = {
    publicKey: await suite.kem.deserializePublicKey(whole(keys.publicKey)),
    privateKey: await suite.kem.deserializePrivateKey(whole(keys.privateKey)),
  }
  const enc = whole(sealed.subarray(0, keySize))
  return new Uint8Array(
    await suite.open({ recipientKey, enc, info: whole(info) }, whole(sealed.subarray(keySize)), whole(aad)),
  )
}
