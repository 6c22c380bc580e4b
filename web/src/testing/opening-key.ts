import type { Page } from 'playwright-core'
import type { Visit } from './visit.ts'

const passphrase = 'cobre lluvia ventana once'
const patience = { timeout: 30_000 }

/** Makes an opening key in a window, where it stays unlocked until the page is loaded anew. */
export async function makeKey({ page, go }: Visit): Promise<void> {
  await go('/account/opening-key')
  await page.getByLabel('Passphrase*', { exact: true }).fill(passphrase)
  await page.getByLabel('The passphrase once more*', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Make the key' }).press('Enter')
  await page.getByText('Unlocked', { exact: true }).first().waitFor(patience)
}

/** Releases the envelope that is due; the first time with the passphrase, which the page then knows. */
export async function release(page: Page, envelope: string, isFirst = true): Promise<void> {
  if (isFirst) {
    await page.getByLabel('Passphrase').focus()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: `Release: ${envelope}` }).press('Enter', patience)
}
