import { join } from 'node:path'
import { root } from '@enlace/local'
import { bundle } from './bundle.ts'

/** Every program that a start runs: `rolldown -c` writes each as one file, straight from the sources. */
const programs = [
  ...['api', 'relay', 'worker', 'realtime'].map((name) => [`services/${name}/src/main.ts`, `services/${name}/dist`]),
  ['packages/database/src/migrate.main.ts', 'packages/database/dist'],
  ['infra/demo/demo.main.ts', 'infra/dist/demo'],
] as const

export default programs.map(([entry = '', folder = '']) => bundle(join(root, entry), join(root, folder, 'bundle')))
