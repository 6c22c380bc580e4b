import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageCompilation } from './messages.config.js'

const web = fileURLToPath(new URL('.', import.meta.url))
const sentences = join(web, 'messages')
const settingsFile = join(messageCompilation.project, 'settings.json')
/** Written last: as long as it is missing or old, so are the others. */
const index = 'messages/_index.js'
const changedAt = (/** @type {string} */ path) => statSync(path).mtimeMs

/** Whether the functions are at least as new as every sentence and the settings they are made of. */
function isCurrent() {
  const made = join(messageCompilation.outdir, index)
  // A developer's server writes them by language.
  if (!existsSync(made) || existsSync(join(messageCompilation.outdir, 'messages/en.js'))) return false
  const sources = readdirSync(sentences, { recursive: true, encoding: 'utf8' }).map((path) => join(sentences, path))
  return [...sources, settingsFile, join(web, 'messages.config.js')].every((path) => changedAt(path) <= changedAt(made))
}

/**
 * The sentences as a project that the compiler reads, put into its database some hundred at a time: the library itself
 * asks and writes for each one by itself, which takes ten times as long.
 */
async function project() {
  const { loadProjectInMemory, newProject } = await import('@inlang/sdk')
  const { default: format } = await import('@inlang/plugin-message-format')
  if (!format.toBeImportedFiles || !format.importFiles) throw new Error('The message format cannot be imported.')
  const settings = JSON.parse(readFileSync(settingsFile, 'utf8'))
  // The format is called here, so the project need not load it.
  const opened = await loadProjectInMemory({ blob: await newProject({ settings: { ...settings, modules: [] } }) })

  const named = await format.toBeImportedFiles({ settings })
  const files = named.map(({ path, locale, metadata }) => ({
    locale,
    content: readFileSync(join(web, path)),
    toBeImportedFilesMetadata: metadata,
  }))
  const { bundles, messages, variants } = await format.importFiles({ files, settings })

  /** @type {Map<string, string>} */
  const ids = new Map()
  const idOf = (/** @type {string | undefined} */ bundle, /** @type {string | undefined} */ locale) => {
    const key = `${locale} ${bundle}`
    const id = ids.get(key) ?? randomUUID()
    ids.set(key, id)
    return id
  }
  /**
   * @param {'bundle' | 'message' | 'variant'} table
   * @param {readonly any[]} rows
   */
  const put = async (table, rows) => {
    for (let at = 0; at < rows.length; at += 200) {
      await opened.db
        .insertInto(table)
        .values(rows.slice(at, at + 200))
        .execute()
    }
  }
  await put('bundle', bundles)
  await put(
    'message',
    messages.map((message) => ({ ...message, id: idOf(message.bundleId, message.locale) })),
  )
  await put(
    'variant',
    variants.map(({ messageBundleId, messageLocale, ...variant }) => ({
      ...variant,
      id: randomUUID(),
      messageId: idOf(messageBundleId, messageLocale),
    })),
  )
  return opened
}

/** Makes the message functions where they are missing or old; a vitest global setup, and a command of its own. */
export async function setup() {
  if (isCurrent()) return
  const { compileProject } = await import('@inlang/paraglide-js')
  const opened = await project()
  const made = await compileProject({
    compilerOptions: messageCompilation,
    project: opened,
    projectPath: messageCompilation.project,
  })
  await opened.close()
  const write = (/** @type {string} */ name) => writeFileSync(join(messageCompilation.outdir, name), made[name] ?? '')
  rmSync(messageCompilation.outdir, { recursive: true, force: true })
  mkdirSync(join(messageCompilation.outdir, 'messages'), { recursive: true })
  // One after the other: some thousand at once in one folder wait for each other, and take twice as long.
  for (const name of Object.keys(made)) if (name !== index) write(name)
  write(index)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup()
