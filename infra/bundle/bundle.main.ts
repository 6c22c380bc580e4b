import { join } from 'node:path'

import { root } from '@enlace/local'

import { bundle } from './bundle.ts'

for (const program of ['api', 'relay', 'worker', 'realtime']) {
  const service = join(root, 'services', program)
  await bundle(join(service, 'src/main.ts'), join(service, 'dist/bundle'))
}
