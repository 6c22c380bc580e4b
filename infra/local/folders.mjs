import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const folder = resolve(root, process.env.ENLACE_DATA ?? '.data')

/** Everything that running the project leaves behind; ENLACE_DATA moves it, so that tests start houses of their own. */
export const data = {
  folder,
  services: join(folder, 'services'),
  files: join(folder, 'files'),
  cache: join(folder, 'cache'),
  logs: join(folder, 'logs'),
  secrets: join(folder, 'secrets.json'),
}

/** What was installed and built is marked where it goes when the dependencies go. */
export const marks = {
  installed: join(root, 'node_modules/.enlace-installed'),
  built: join(root, 'node_modules/.enlace-built.json'),
}
