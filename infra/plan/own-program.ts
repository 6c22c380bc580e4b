import { join } from 'node:path'

/** What Node needs to run another program of this folder: its source where this is source, else what it was built to. */
export function ownProgram(name: string): readonly string[] {
  const isSource = import.meta.filename.endsWith('.ts')
  const file = join(import.meta.dirname, `${name}.main.${isSource ? 'ts' : 'js'}`)
  return isSource ? ['--import', 'tsx', '--conditions', 'enlace-src', file] : [file]
}
