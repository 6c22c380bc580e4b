import { createHmac } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { takePicture } from '@enlace/testing'

import { findBarriers, overflowOf } from '../../../web/src/testing/find-barriers.ts'
import { openBrowser } from '../../../web/src/testing/open-browser.ts'
import { startApi, type TestApi } from './test-api.ts'

let api: TestApi
let browser: Browser
let url = ''

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const webDirectory = fileURLToPath(new URL('../../../web/build', import.meta.url))
  api = await startApi({ demo: true, settings: { publicUrl: url }, webDirectory })
  await api.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api.close()
})

type Locale = 'en' | 'es'
const words = {
  en: {
    signUp: 'Create an account',
    name: 'Your name',
    email: 'E-mail address',
    password: 'Password',
    confirm: 'Confirm and sign in',
    open: 'Open the link',
    side: 'We supply',
    organisation: 'Name of the organisation',
    begin: 'Begin',
    invite: 'Send the invitation',
    accept: 'Accept',
    link: 'Send me a sign-in link',
    signIn: 'Sign in',
    current: 'Current password',
    factor: 'Set up an app',
    digits: 'Then write the six digits',
    finish: 'Use it from now on',
    started: 'From now on signing in asks for a code.',
    code: 'Code',
  },
  es: {
    signUp: 'Crear una cuenta',
    name: 'Su nombre',
    email: 'Correo electrónico',
    password: 'Contraseña',
    confirm: 'Confirmar y entrar',
    open: 'Abrir el enlace',
    side: 'Proveemos',
    organisation: 'Nombre de la organización',
    begin: 'Empezar',
    invite: 'Enviar la invitación',
    accept: 'Aceptar',
    link: 'Enviarme un enlace para entrar',
    signIn: 'Iniciar sesión',
    current: 'Contraseña actual',
    factor: 'Configurar una aplicación',
    digits: 'Escriba después los seis dígitos',
    finish: 'Usarlo desde ahora',
    started: 'Desde ahora se pide un código al entrar.',
    code: 'Código',
  },
} as const

async function open(locale: Locale, width = 1280): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    locale,
    viewport: { width, height: width < 500 ? 760 : 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()))
      faults.push(`asks another origin: ${request.url()}`)
  })
  return { context, page, faults }
}

/** Looks at the page as it stands: no barrier, nothing wider than the window; a picture where one is wanted. */
async function look(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width < 500 ? 760 : 900 })
    await page.waitForTimeout(100)
    expect([name, width, await overflowOf(page)]).toEqual([name, width, 0])
    // The barriers of a page are the same in every language; its widths are not.
    const barriers = name.endsWith('-en') ? await findBarriers(page) : []
    expect([name, width, barriers]).toEqual([name, width, []])
    await takePicture(page, `${name}-${width}`, { fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** The code an authenticator app shows now (RFC 6238). */
function appCode(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = secret
    .split('')
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Opens the newest mail's link in the demo's mailbox, as a person would. */
async function followMail(page: Page, locale: Locale): Promise<void> {
  await page.goto(`${url}/mailbox`)
  await page.getByRole('link', { name: words[locale].open }).first().click()
}

describe.each(['en', 'es'] as const)('in %s a person', { timeout: 150_000 }, (locale) => {
  const w = words[locale]
  const email = `rosa-${locale}@talleres.example`
  const password = 'puente lima trigo norte'

  it('signs up, confirms by mail, founds a firm, invites a colleague, who accepts', async () => {
    const { context, page, faults } = await open(locale)
    await page.goto(`${url}/sign-in`)
    await look(page, `sign-in-${locale}`)
    await page.getByRole('link', { name: w.signUp }).click()
    await page.getByLabel(w.name).fill('Rosa Quispe')
    await page.getByLabel(w.email).fill(email)
    await page.getByLabel(w.password).fill('password1234')
    await page.getByRole('button', { name: w.signUp }).click()
    await page.locator('p.error').waitFor()
    await look(page, `sign-up-refused-${locale}`)
    await page.getByLabel(w.password).fill(password)
    await page.getByRole('button', { name: w.signUp }).click()
    await page.getByText(email).waitFor()
    await look(page, `sign-up-sent-${locale}`)
    await page.goto(`${url}/mailbox`)
    await page.getByRole('link', { name: w.open }).first().waitFor()
    await look(page, `mailbox-${locale}`)
    await page.getByRole('link', { name: w.open }).first().click()
    await page.getByRole('button', { name: w.confirm }).waitFor()
    expect(page.url()).toBe(`${url}/sign-up/confirm`)
    await look(page, `confirm-${locale}`)
    await page.getByRole('button', { name: w.confirm }).click()
    await page.waitForURL('**/welcome')
    await page.getByText(w.side, { exact: true }).click()
    await page.getByLabel(w.organisation).fill(`Talleres ${locale}`)
    await look(page, `welcome-${locale}`)
    await page.getByRole('button', { name: w.begin }).click()
    await page.waitForURL('**/for-you')
    await page.goto(`${url}/organisation`)
    await page.getByLabel(w.email).fill(`ana-${locale}@talleres.example`)
    await page.getByRole('button', { name: w.invite }).click()
    await page.getByText(`ana-${locale}@talleres.example`, { exact: true }).first().waitFor()
    await look(page, `organisation-${locale}`)
    await page.goto(`${url}/organisation/details`)
    await page.getByLabel(w.organisation).waitFor()
    await look(page, `organisation-details-${locale}`)

    const other = await open(locale)
    await followMail(other.page, locale)
    await other.page.getByRole('button', { name: w.link }).waitFor()
    await look(other.page, `invitation-${locale}`)
    await other.page.getByRole('button', { name: w.link }).click()
    await other.page.getByText(`ana-${locale}@talleres.example`).first().waitFor()
    await followMail(other.page, locale)
    await look(other.page, `sign-in-link-${locale}`)
    await other.page.getByRole('button', { name: w.signIn }).click()
    await other.page.getByRole('button', { name: w.accept }).click()
    await other.page.waitForURL('**/for-you')
    expect(await other.page.evaluate(() => localStorage.getItem('enlace_invitation'))).toBe(null)
    expect([...faults, ...other.faults]).toEqual([])
    await Promise.all([context.close(), other.context.close()])
  })

  it('sets up a second factor and is asked for it, and ends another session', async () => {
    const { context, page, faults } = await open(locale)
    const signIn = async (at: Page): Promise<void> => {
      await at.goto(`${url}/sign-in`)
      await at.getByLabel(w.email).fill(email)
      await at.getByLabel(w.password).fill(password)
      await at.getByRole('button', { name: w.signIn, exact: true }).click()
    }
    await signIn(page)
    await page.waitForURL('**/for-you')
    await page.goto(`${url}/account`)
    await page.getByLabel(w.current).last().fill(password)
    await page.getByRole('button', { name: w.factor }).click()
    await page.locator('img').waitFor()
    const secret = (await page.locator('form p code').first().textContent()) ?? ''
    await look(page, `account-${locale}`)
    await page.getByLabel(w.digits).fill(appCode(secret))
    await page.getByRole('button', { name: w.finish }).click()
    await page.getByText(w.started).waitFor()

    const other = await open(locale)
    await signIn(other.page)
    await other.page.getByLabel(w.code).waitFor()
    await look(other.page, `second-factor-${locale}`)
    await other.page.getByLabel(w.code).fill(appCode(secret))
    await other.page.getByRole('button', { name: w.signIn, exact: true }).click()
    await other.page.waitForURL('**/for-you')
    await page.reload()
    await page
      .getByRole('button', { name: locale === 'en' ? 'Sign out everywhere else' : 'Cerrar todas las demás' })
      .click()
    await page.waitForFunction(() => document.querySelectorAll('section li').length === 1)
    await other.page.goto(`${url}/account`)
    await other.page.waitForURL('**/sign-in?next=*')
    expect([...faults, ...other.faults]).toEqual([])
    await Promise.all([context.close(), other.context.close()])
  })
})
