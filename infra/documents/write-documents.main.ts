import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

import { documents } from './documents.ts'

for (const { path, text } of documents()) {
  await mkdir(dirname(resolve(path)), { recursive: true })
  await writeFile(resolve(path), text)
  process.stdout.write(`${path}: ${text.length} characters\n`)
}
