import { createHmac } from 'node:crypto'

import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { forgetExpired, openDatabase, type Database } from '@enlace/database'
import { Problem } from '@enlace/domain'
import { testDatabase } from '@enlace/testing'

import {
  changePassword,
  confirmEmail,
  createIdentity,
  giveSecondFactor,
  proveTwoFactor,
  readActor,
  redeemSignInLink,
  requestPasswordReset,
  requestSignInLink,
  resetPassword,
  signIn,
  signOut,
  signUp,
  startTwoFactor,
  type Identity,
  type IdentitySettings,
  type Visitor,
} from './index.ts'

const password = 'puente lima trigo norte'
let owner: postgres.Sql
let database: Database
let settings: IdentitySettings
let identity: Identity

beforeAll(async () => {
  const url = await testDatabase()
  owner = postgres(url, { onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_identity', maxConnections: 4 })
  settings = { database, secret: 'a secret for tests, long enough to sign', publicUrl: 'http://127.0.0.1:4000' }
  identity = createIdentity(settings)
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

/** A browser: it keeps the cookies it is given. */
class Browser {
  readonly jar = new Map<string, string>()
  address = `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.7`

  visitor(): Visitor {
    return {
      cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
      address: this.address,
      userAgent: 'test',
    }
  }

  keep<Value>(answer: { value: Value; cookies: readonly string[] }): Value {
    for (const line of answer.cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined || value === undefined) throw new Error(`no cookie: ${line}`)
      if (/Max-Age=0/i.test(line)) this.jar.delete(name)
      else this.jar.set(name, value)
    }
    return answer.value
  }

  async who(): Promise<string> {
    return (await readActor(settings, this.visitor().cookie)).actor.kind
  }
}

const mailsTo = (address: string): Promise<{ subject: string; body: string }[]> =>
  owner<{ subject: string; body: string }[]>`select subject, body from mails where recipient = ${address} order by id`
const lastToken = async (address: string): Promise<string> =>
  /#token=(\S+)/.exec((await mailsTo(address)).at(-1)?.body ?? '')?.[1] ?? ''
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

async function confirmedPerson(email: string): Promise<Browser> {
  const browser = new Browser()
  browser.keep(await signUp(identity, browser.visitor(), { name: 'Rosa', email, password, locale: 'es' }))
  browser.keep(await confirmEmail(identity, browser.visitor(), await lastToken(email)))
  return browser
}

/** The code an authenticator app shows (RFC 6238, SHA-1, 30 s, six digits). */
function appCode(secret: string): string {
  const bits = secret
    .replace(/=+$/, '')
    .split('')
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('signing up', () => {
  it('sends a link in the language asked for, and the link in the same browser signs in and keeps the password', async () => {
    const email = 'rosa@a.example'
    const browser = new Browser()
    expect(
      browser.keep(await signUp(identity, browser.visitor(), { name: 'Rosa', email, password, locale: 'es' })),
    ).toEqual({ sentTo: email })
    expect(await browser.who()).toBe('anonymous')
    expect((await mailsTo(email)).map((mail) => mail.subject)).toEqual(['Confirme su dirección'])
    expect(browser.keep(await confirmEmail(identity, browser.visitor(), await lastToken(email)))).toEqual({
      next: 'done',
    })
    expect(await browser.who()).toBe('person')
    const elsewhere = new Browser()
    expect(elsewhere.keep(await signIn(identity, elsewhere.visitor(), { email, password }))).toEqual({ next: 'done' })
    expect(await elsewhere.who()).toBe('person')
  })

  it('says the same of an address that has an account, and tells its owner by mail', async () => {
    await confirmedPerson('twice@a.example')
    const stranger = new Browser()
    const said = stranger.keep(
      await signUp(identity, stranger.visitor(), {
        name: 'X',
        email: 'twice@a.example',
        password: 'otra clave larga y rara',
        locale: 'en',
      }),
    )
    expect(said).toEqual({ sentTo: 'twice@a.example' })
    expect([...stranger.jar.keys()]).toEqual(['enlace.pending'])
    expect((await mailsTo('twice@a.example')).map((mail) => mail.subject)).toEqual([
      'Confirme su dirección',
      'Ya tiene una cuenta',
    ])
  })

  it('leaves no password that a stranger laid on an address before its owner confirmed it', async () => {
    const email = 'victim@a.example'
    const attacker = new Browser()
    attacker.keep(await signUp(identity, attacker.visitor(), { name: 'A', email, password, locale: 'en' }))
    const token = await lastToken(email)
    const victim = new Browser()
    // The owner signs up too, later; the cookie of that must not vouch for the password of the first.
    victim.keep(
      await signUp(identity, victim.visitor(), { name: 'V', email, password: 'otra clave larga y rara', locale: 'en' }),
    )
    victim.keep(await confirmEmail(identity, victim.visitor(), token))
    expect(await victim.who()).toBe('person')
    expect(await codeOf(signIn(identity, attacker.visitor(), { email, password }))).toBe('identity.credentials')
  })

  it('keeps a wrong or used link out', async () => {
    const email = 'once@a.example'
    await confirmedPerson(email)
    expect(await codeOf(confirmEmail(identity, new Browser().visitor(), await lastToken(email)))).toBe('identity.link')
    expect(await codeOf(confirmEmail(identity, new Browser().visitor(), 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA'))).toBe(
      'identity.link',
    )
  })

  it('asks an unconfirmed person to confirm, with a new mail, only when the password is right', async () => {
    const email = 'late@a.example'
    const browser = new Browser()
    browser.keep(await signUp(identity, browser.visitor(), { name: 'L', email, password, locale: 'en' }))
    const other = new Browser()
    expect(await codeOf(signIn(identity, other.visitor(), { email, password: 'wrong wrong wrong' }))).toBe(
      'identity.credentials',
    )
    expect(other.keep(await signIn(identity, other.visitor(), { email, password }))).toEqual({ next: 'confirm-email' })
    expect(await other.who()).toBe('anonymous')
    expect((await mailsTo(email)).length).toBe(2)
  })
})

describe('a sign-in link', () => {
  it('signs in once, and a new person too', async () => {
    const email = 'link@a.example'
    const browser = new Browser()
    await requestSignInLink(identity, browser.visitor(), { email, locale: 'en' })
    const token = await lastToken(email)
    expect(browser.keep(await redeemSignInLink(identity, browser.visitor(), token))).toEqual({ next: 'done' })
    expect(await browser.who()).toBe('person')
    expect(await codeOf(redeemSignInLink(identity, new Browser().visitor(), token))).toBe('identity.link')
  })

  it('is kept as a hash only, as are session tokens', async () => {
    const browser = new Browser()
    await requestSignInLink(identity, browser.visitor(), { email: 'kept@a.example', locale: 'en' })
    const token = await lastToken('kept@a.example')
    browser.keep(await redeemSignInLink(identity, browser.visitor(), token))
    await requestSignInLink(identity, browser.visitor(), { email: 'kept@a.example', locale: 'en' })
    const pending = await lastToken('kept@a.example')
    const cookie = decodeURIComponent(browser.jar.get('enlace.session_token') ?? '').split('.')[0] ?? ''
    expect(Buffer.from(cookie, 'base64url').length).toBe(32)
    const dump = JSON.stringify([
      await owner`select * from sessions`,
      await owner`select * from verifications`,
      await owner`select * from events`,
    ])
    expect(dump).not.toContain(pending)
    expect(dump).not.toContain(cookie)
    expect((await owner`select 1 from sessions`).length).toBeGreaterThan(0)
  })
})

describe('a session', () => {
  it('gets a new token at sign-in, and the token known before it dies', async () => {
    const email = 'fixed@a.example'
    const browser = await confirmedPerson(email)
    const before = browser.visitor()
    browser.keep(await signIn(identity, before, { email, password }))
    expect(browser.visitor().cookie).not.toBe(before.cookie)
    expect((await readActor(settings, before.cookie)).actor.kind).toBe('anonymous')
    expect(await browser.who()).toBe('person')
  })

  it('is not opened by a cookie of the right form that we did not sign', async () => {
    const browser = await confirmedPerson('signed@a.example')
    const [token = ''] = decodeURIComponent(browser.jar.get('enlace.session_token') ?? '').split('.')
    const forged = (secret: string): string =>
      `enlace.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`
    expect((await readActor(settings, forged('another secret'))).actor.kind).toBe('anonymous')
    expect((await readActor(settings, forged(settings.secret))).actor.kind).toBe('person')
  })

  it('ends with sign-out, on the server too', async () => {
    const browser = await confirmedPerson('out@a.example')
    const before = browser.visitor()
    browser.keep({ value: null, cookies: await signOut(identity, before) })
    expect((await readActor(settings, before.cookie)).actor.kind).toBe('anonymous')
    expect([...browser.jar.keys()]).not.toContain('enlace.session_token')
  })

  it('ends when it is old or idle', async () => {
    const browser = await confirmedPerson('idle@a.example')
    await owner`update sessions set updated_at = now() - interval '8 days' where user_id = (select id from users where email = 'idle@a.example')`
    expect(await browser.who()).toBe('anonymous')
    await owner`update sessions set updated_at = now() where user_id = (select id from users where email = 'idle@a.example')`
    expect(await browser.who()).toBe('person')
    await owner`update sessions set expires_at = now() where user_id = (select id from users where email = 'idle@a.example')`
    expect(await browser.who()).toBe('anonymous')
  })
})

describe('cookies', () => {
  it('behind https belong to this host alone, over TLS alone, out of reach of scripts', async () => {
    const email = 'host@a.example'
    await confirmedPerson(email)
    const behindTls = createIdentity({ ...settings, publicUrl: 'https://enlace.example' })
    const { cookies } = await signIn(behindTls, new Browser().visitor(), { email, password })
    expect(cookies.length).toBe(1)
    const [value = '', ...attributes] = cookies[0]?.split('; ') ?? []
    expect(value).toMatch(/^__Host-enlace\.session_token=/)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure'])
  })
})

describe('what expired', () => {
  it('is forgotten, and what holds is kept', async () => {
    const browser = await confirmedPerson('kept-session@a.example')
    const gone = await confirmedPerson('gone-session@a.example')
    await owner`update sessions set expires_at = now() where user_id = (select id from users where email = 'gone-session@a.example')`
    await forgetExpired(database)
    expect((await owner`select 1 from sessions where expires_at <= now()`).length).toBe(0)
    expect([await browser.who(), await gone.who()]).toEqual(['person', 'anonymous'])
  })
})

describe('a password', () => {
  it('set by a link from the mail ends every session and the link', async () => {
    const email = 'forgot@a.example'
    const browser = await confirmedPerson(email)
    await requestPasswordReset(identity, new Browser().visitor(), { email })
    const token = await lastToken(email)
    const next = 'manta gris sobre el lago'
    expect(await codeOf(resetPassword(identity, new Browser().visitor(), { token, password: 'password1234' }))).toBe(
      'password.common',
    )
    await resetPassword(identity, new Browser().visitor(), { token, password: next })
    expect(await browser.who()).toBe('anonymous')
    expect(await codeOf(resetPassword(identity, new Browser().visitor(), { token, password: next }))).toBe(
      'identity.link',
    )
    expect(await codeOf(signIn(identity, new Browser().visitor(), { email, password }))).toBe('identity.credentials')
    expect((await signIn(identity, new Browser().visitor(), { email, password: next })).value).toEqual({ next: 'done' })
  })

  it('changed with the current one ends the other sessions and leaves this one', async () => {
    const email = 'change@a.example'
    const browser = await confirmedPerson(email)
    const other = new Browser()
    other.keep(await signIn(identity, other.visitor(), { email, password }))
    const { actor, sessionId } = await readActor(settings, browser.visitor().cookie)
    if (actor.kind !== 'person' || sessionId === null) throw new Error('not signed in')
    const who = { userId: actor.userId, sessionId, personal: [email], hasPassword: true }
    const next = 'manta gris sobre el lago'
    expect(
      await codeOf(changePassword(identity, browser.visitor(), who, { current: 'wrong wrong wrong', password: next })),
    ).toBe('password.wrong')
    expect(await other.who()).toBe('person')
    await changePassword(identity, browser.visitor(), who, { current: password, password: next })
    expect([await browser.who(), await other.who()]).toEqual(['person', 'anonymous'])
    expect(
      (
        await owner`select payload ->> 'userId' as id from events where name = 'session.revoked' and payload ->> 'userId' = ${actor.userId}`
      ).length,
    ).toBe(1)
  })
})

describe('a second factor', () => {
  it('is asked for after a password and after a link, and only a right code completes either', async () => {
    const email = 'factor@a.example'
    const browser = await confirmedPerson(email)
    const { actor } = await readActor(settings, browser.visitor().cookie)
    if (actor.kind !== 'person') throw new Error('not signed in')
    const enrolment = browser.keep(await startTwoFactor(identity, browser.visitor(), actor.userId, password))
    expect(enrolment.backupCodes.length).toBe(10)
    const wrong = appCode(enrolment.secret) === '000000' ? '000001' : '000000'
    expect(await codeOf(proveTwoFactor(identity, browser.visitor(), actor.userId, wrong))).toBe('identity.code')
    browser.keep({
      value: null,
      cookies: await proveTwoFactor(identity, browser.visitor(), actor.userId, appCode(enrolment.secret)),
    })
    expect(await browser.who()).toBe('person')

    const byPassword = new Browser()
    expect(byPassword.keep(await signIn(identity, byPassword.visitor(), { email, password }))).toEqual({
      next: 'second-factor',
    })
    expect(await byPassword.who()).toBe('anonymous')
    expect(await codeOf(giveSecondFactor(identity, byPassword.visitor(), wrong))).toBe('identity.code')
    byPassword.keep(await giveSecondFactor(identity, byPassword.visitor(), appCode(enrolment.secret)))
    expect(await byPassword.who()).toBe('person')

    const byLink = new Browser()
    await requestSignInLink(identity, byLink.visitor(), { email, locale: 'en' })
    expect(byLink.keep(await redeemSignInLink(identity, byLink.visitor(), await lastToken(email)))).toEqual({
      next: 'second-factor',
    })
    expect(await byLink.who()).toBe('anonymous')
    const [backup = ''] = enrolment.backupCodes
    byLink.keep(await giveSecondFactor(identity, byLink.visitor(), backup))
    expect(await byLink.who()).toBe('person')
    const again = new Browser()
    again.keep(await signIn(identity, again.visitor(), { email, password }))
    expect(await codeOf(giveSecondFactor(identity, again.visitor(), backup))).toBe('identity.code')
  })
})

describe('guessing', () => {
  it('passes at most ten tries an account in a quarter of an hour, whatever the addresses', async () => {
    const email = 'guessed@a.example'
    await confirmedPerson(email)
    const tries = async (count: number): Promise<string[]> => {
      const codes: string[] = []
      for (let n = 0; n < count; n += 1)
        codes.push(await codeOf(signIn(identity, new Browser().visitor(), { email, password: `wrong wrong ${n}` })))
      return codes
    }
    expect(await tries(7)).toEqual([
      ...Array<string>(5).fill('identity.credentials'),
      'identity.rate-limited',
      'identity.rate-limited',
    ])
    // Fourteen minutes and fifty-nine seconds later: what the clock gave back in between may be used, and no more.
    await owner`update rate_limits set whole_at = whole_at - interval '899 seconds' where key like 'passwordPerAccount:%'`
    const later = await tries(7)
    expect(later.filter((code) => code === 'identity.credentials').length).toBeLessThanOrEqual(5)
    expect(later.at(-1)).toBe('identity.rate-limited')
  })

  it('from one address is bounded over all accounts', async () => {
    const browser = new Browser()
    await owner`delete from rate_limits`
    const narrow = createIdentity({ ...settings, allowances: { passwordPerAddress: { burst: 3, seconds: 60 } } })
    const codes: string[] = []
    for (let n = 0; n < 5; n += 1)
      codes.push(await codeOf(signIn(narrow, browser.visitor(), { email: `nobody${n}@a.example`, password })))
    expect(codes).toEqual([
      'identity.credentials',
      'identity.credentials',
      'identity.credentials',
      'identity.rate-limited',
      'identity.rate-limited',
    ])
  })
})
