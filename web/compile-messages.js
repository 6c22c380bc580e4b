import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageCompilation } from './messages.config.js'

const web = fileURLToPath(new URL('.', import.meta.url))
const changedAt = (/** @type {string} */ path) => statSync(path).mtimeMs

/** Whether the functions are at least as new as every sentence and the settings they are made of. */
function isCurrent() {
  const made = join(web, 'src/lib/paraglide/messages/_index.js')
  if (!existsSync(made)) return false
  const sources = readdirSync(join(web, 'messages'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(web, 'messages', path),
  )
  return [...sources, join(web, 'project.inlang/settings.json'), join(web, 'messages.config.js')].every(
    (path) => changedAt(path) <= changedAt(made),
  )
}

/** Makes the message functions where they are missing or old; a vitest global setup, and a command of its own. */
export async function setup() {
  if (isCurrent()) return
  const { compile } = await import('@inlang/paraglide-js')
  await compile(messageCompilation)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup()
