import { basename, isAbsolute, relative } from 'node:path'
import type { OutputOptions, Plugin, RolldownOptions } from 'rolldown'

/** What reads files that lie beside its code (letters, pages, a solver's machine code), and so stays where it was installed. */
const installed = /^(pdfkit|highs|@bull-board\/.*)$/

/** A module that asks for a file beside itself would, as a part of another file, ask in the wrong place. */
const besideItself = /new URL\([^()]*import\.meta\.url\)/

const keepInstalled: Plugin = {
  name: 'keep-installed',
  resolveId: {
    filter: { id: installed },
    async handler(name, importer, options) {
      const found = await this.resolve(name, importer, { ...options, skipSelf: true })
      return found === null ? null : { id: found.id, external: 'absolute' }
    },
  },
  transform: {
    filter: { id: /node_modules/, code: besideItself },
    handler(_code, id) {
      throw new Error(`${id} reads a file beside itself: name its package among those that stay installed.`)
    },
  },
}

/** Libraries that were not installed since nothing was asked of them; reaching one fails there, with what to add. */
const optional = new Set(['@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner'])

/**
 * How a program and all that it imports go into a folder: a file named like its first module, and a few more that this
 * reads when it needs them, with maps to the sources. Reading some thousand files one by one is most of what a start costs
 * otherwise. The bundler fails where an import leads nowhere, or a library needs files of its own that it would not find.
 * @param entry path of the program's first module
 */
export const bundle = (entry: string, folder: string): RolldownOptions & { output: OutputOptions } => ({
  input: { [basename(entry, '.ts')]: entry },
  platform: 'node',
  plugins: [keepInstalled],
  resolve: { conditionNames: ['enlace-src', 'node'] },
  // Older libraries ask where they are.
  transform: { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
  onLog(_level, { code, exporter = '', message }) {
    if (code === 'UNRESOLVED_IMPORT' && !optional.has(exporter)) throw new Error(message)
  },
  output: {
    dir: folder,
    paths: (id: string) => (isAbsolute(id) ? relative(folder, id) : id),
    format: 'esm',
    sourcemap: true,
    sourcemapExcludeSources: true,
    cleanDir: true,
  },
})
