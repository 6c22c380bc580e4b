import { readFile } from 'node:fs/promises'
import type { listOpenerKeys, Output } from '@enlace/contracts'
import { readBackup, unlockOpenerKey } from '@enlace/sealing'
import { sharedHouse, takePicture } from '@enlace/testing'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHousePeople, type HousePeople } from '../../services/api/test/house-people.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { desk, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
let world: HousePeople
beforeAll(() => {
  world = openHousePeople(pages.house, pages.browser)
})
afterAll(() => world.close())
const passphrase = 'cobre lluvia ventana once'
const patience = { timeout: 20_000 }

const rowsOf = (page: Page): Locator => page.getByRole('list', { name: 'Your keys' }).getByRole('listitem')
const typeInto = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}
const judge = async ({ page }: Visit): Promise<void> => {
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0])
}
/** All that a browser keeps of the keys, as text. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('enlace-opening-keys')
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', reject)
    })
    const all = database.transaction('keys').objectStore('keys').getAll()
    await new Promise((resolve) => all.addEventListener('success', resolve))
    database.close()
    return JSON.stringify([all.result, Object.entries(localStorage), Object.entries(sessionStorage)])
  })

async function unlock(page: Page, row: Locator, given: string): Promise<void> {
  await row.getByLabel('Passphrase').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(given)
  await page.keyboard.press('Enter')
}

it('an opener makes a key by keyboard, unlocks it after a reload, takes it to another device, and revokes it', async () => {
  const opener = await world.person(await world.organisation('agency', 'Agencia Norte'), 'owner')
  const first = await opener.look()
  const { page } = first
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await first.go('/account')
  await page.getByRole('link', { name: 'Your opening key' }).press('Enter')
  await page.getByRole('heading', { name: 'Make your opening key' }).waitFor()
  await takePicture(page, 'opening-key-none', { fullPage: true })

  await typeInto(page, 'Passphrase*', 'short')
  await page.keyboard.press('Enter')
  await page.getByText('Use 12 characters or more.').waitFor()
  await typeInto(page, 'Passphrase*', passphrase)
  await typeInto(page, 'The passphrase once more*', `${passphrase}s`)
  await page.keyboard.press('Enter')
  await page.getByText('The two are not the same.').waitFor()
  expect(await rowsOf(page).count()).toBe(0)
  await typeInto(page, 'The passphrase once more*', passphrase)
  await page.keyboard.press('Enter')
  const row = rowsOf(page).first()
  await row.getByText('In use').waitFor(patience)
  await row.getByText('Unlocked', { exact: true }).waitFor()
  await row.getByText(/There is no backup yet/).waitFor()
  await judge(first)
  await takePicture(page, 'opening-key-made', { fullPage: true })

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: 'Download the backup' }).press('Enter'),
  ])
  const file = await download.path()
  const backup = readBackup(await readFile(file, 'utf8'))
  await row.getByText(/There is no backup yet/).waitFor({ state: 'hidden' })
  const fingerprint = (await row.locator('code').textContent()) ?? ''
  expect(fingerprint).toMatch(/^\d{5}( \d{5}){7}$/)

  await first.go('/account/opening-key')
  await row.getByText('Locked').waitFor()
  await unlock(page, row, 'cobre lluvia ventana doce')
  await row.getByText(/This passphrase does not open the key/).waitFor(patience)
  await takePicture(page, 'opening-key-wrong', { fullPage: true })
  await judge(first)
  await unlock(page, row, passphrase)
  await row.getByText('Unlocked', { exact: true }).waitFor(patience)
  await row.getByRole('button', { name: 'Lock' }).press('Enter')
  await row.getByText('Locked').waitFor()

  // What leaves the browser, and what stays in it, holds neither the passphrase nor the private key.
  const { publicKey, privateKey } = await unlockOpenerKey(backup, passphrase)
  const secrets = [
    passphrase,
    Buffer.from(privateKey).toString('base64url'),
    Buffer.from(privateKey).toString('base64'),
  ]
  const kept = await keptIn(page)
  expect(kept).toContain(publicKey)
  expect(sent.some((line) => line.includes(publicKey))).toBe(true)
  for (const secret of secrets)
    expect([kept, sent.join('\n')].map((text) => text.includes(secret))).toEqual([false, false])

  const second = await opener.look({ ...desk, width: 360 })
  await second.go('/account/opening-key')
  const there = rowsOf(second.page).first()
  await there.getByText('Not on this device').waitFor()
  await takePicture(second.page, 'opening-key-elsewhere', { fullPage: true })
  await judge(second)
  const input = second.page.getByLabel('Backup file')
  await input.setInputFiles({
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"kind":"other"}'),
  })
  await second.page.getByText('This file is not the backup of an opening key').waitFor(patience)
  await input.setInputFiles(file)
  await there.getByText('Locked').waitFor(patience)
  expect(await there.locator('code').textContent()).toBe(fingerprint)
  await unlock(second.page, there, passphrase)
  await there.getByText('Unlocked', { exact: true }).waitFor(patience)
  await takePicture(second.page, 'opening-key-restored', { fullPage: true })
  await judge(second)

  // A key is its owner's: in the browser of another person the same file is refused.
  const stranger = await world.person(await world.organisation('supplier', 'Talleres del Norte'), 'owner')
  const other = await stranger.look()
  await other.go('/account/opening-key')
  await other.page.getByLabel('Backup file').setInputFiles(file)
  await other.page.getByText('Each opener needs a key of its own').waitFor(patience)

  await there.getByRole('button', { name: 'Revoke' }).press('Enter')
  const dialog = second.page.getByRole('dialog')
  await takePicture(second.page, 'opening-key-revoke')
  await dialog.getByRole('button', { name: 'Revoke' }).press('Enter')
  await there.getByText('Revoked', { exact: true }).waitFor()
  const { items } = (await (await second.page.request.get('/api/opener-keys')).json()) as Output<typeof listOpenerKeys>
  expect(items.find((one) => one.publicKey === publicKey)?.revokedAt).toEqual(expect.any(String))
  const expected = /status of (409|422)/
  expect([first, second, other].flatMap(({ complaints }) => complaints.filter((line) => !expected.test(line)))).toEqual(
    [],
  )
  await Promise.all([first, second, other].map(({ context }) => context.close()))
})
