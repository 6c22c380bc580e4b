import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const generated = new Set(['node_modules', 'dist', 'build', '.svelte-kit', '.git', '.data', 'paraglide', 'coverage'])

/** A file of the project, its path from the root with forward slashes. */
export interface SourceFile {
  path: string
  folders: string[]
  name: string
  text: string
}

/** Every text file under `root` that people write, without what is generated or installed. */
export function sourceFiles(root: string): SourceFile[] {
  return pathsUnder(root)
    .filter((path) => /\.(ts|mjs|cjs|js|svelte|json|jsonc|css|html|md|sql|yml|yaml|sh)$/.test(path))
    .map((path) => {
      const parts = relative(root, path).split(sep)
      const name = parts.at(-1) ?? ''
      return { path: parts.join('/'), folders: parts.slice(0, -1), name, text: readFileSync(path, 'utf8') }
    })
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : pathsUnder(path)
    return [path]
  })
}
