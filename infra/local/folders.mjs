import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Everything that running the project leaves behind lies here; deleting it while nothing runs is always safe. */
export const data = {
  folder: join(root, '.data'),
  services: join(root, '.data/services'),
  files: join(root, '.data/files'),
  cache: join(root, '.data/cache'),
  logs: join(root, '.data/logs'),
  secrets: join(root, '.data/secrets.json'),
  built: join(root, '.data/built.json'),
}
