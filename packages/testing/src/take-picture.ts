import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

type Page = { readonly screenshot: (options: { path: string; fullPage: boolean }) => Promise<unknown> }

/** Where the environment says that pictures of pages go: PICTURES=docs/screens. */
const folder = process.env['PICTURES']

/** Whether pages are looked at in all four looks: asked for by `LOOKS=all`, or where pictures are taken. */
export const allLooks = folder !== undefined || process.env['LOOKS'] === 'all'

/** Takes a picture of a page where pictures are taken. */
export async function takePicture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}
