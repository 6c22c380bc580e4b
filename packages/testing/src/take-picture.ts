import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

type Page = { readonly screenshot: (options: { path: string; fullPage: boolean }) => Promise<unknown> }

/** Takes a picture of a page where the environment says where pictures go: PICTURES=docs/screens. */
export async function takePicture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}
