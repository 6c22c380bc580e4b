import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterEach, expect, it } from 'vitest'
import { bundle } from './bundle.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Bundles a program of these files, whose first is main.ts, takes its libraries away but for `kept`, and runs it. */
async function said(files: Record<string, string>, kept: readonly string[] = []): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'enlace-bundle-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const { output, ...input } = bundle(join(folder, 'main.ts'), join(folder, 'out'))
  await (await rolldown(input)).write(output)
  const libraries = join(folder, 'node_modules')
  for (const name of readdirSync(libraries))
    if (!kept.includes(name)) rmSync(join(libraries, name), { recursive: true })
  return execFileSync(process.execPath, [join(folder, 'out/main.js')], { encoding: 'utf8', stdio: 'pipe' }).trim()
}

const library = (name: string, text: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, type: 'module', exports: './index.js' }),
  [`node_modules/${name}/index.js`]: text,
})
const readsBeside = `import { readFileSync } from 'node:fs'
export const said = readFileSync(new URL('word.txt', import.meta.url), 'utf8')`

it('a program runs without the libraries that it imports', async () => {
  const files = {
    'main.ts': "import { word } from 'words'\nconst said: string = word\nconsole.log(said)",
    ...library('words', "export const word = 'good morning'"),
  }
  expect(await said(files)).toBe('good morning')
})

it('an older library that asks where it is gets an answer', async () => {
  const files = {
    'main.ts': "import old from 'old'\nconsole.log(old)",
    ...library('old', ''),
    'node_modules/old/package.json': JSON.stringify({ name: 'old', main: './index.js' }),
    'node_modules/old/index.js': 'module.exports = __dirname.endsWith("out")',
  }
  expect(await said(files)).toBe('true')
})

it('a library that reads files beside its code is refused, unless it is known to and so stays where it is', async () => {
  const files = (name: string): Record<string, string> => ({
    'main.ts': `import { said } from '${name}'\nconsole.log(said)`,
    ...library(name, readsBeside),
    [`node_modules/${name}/word.txt`]: 'from beside',
  })
  await expect(said(files('letters'))).rejects.toThrow('reads a file beside itself')
  expect(await said(files('highs'), ['highs'])).toBe('from beside')
})

it('an import that leads nowhere is no program', async () => {
  const files = { 'main.ts': "import { word } from 'nowhere'\nconsole.log(word)", ...library('words', '') }
  await expect(said(files)).rejects.toThrow("Could not resolve 'nowhere'")
})
