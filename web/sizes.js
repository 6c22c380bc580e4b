import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const output = fileURLToPath(new URL('.svelte-kit/output', import.meta.url))

/** @type {Map<string, number>} */
const known = new Map()
const gzipped = (/** @type {string} */ file) => {
  const size = known.get(file) ?? gzipSync(readFileSync(join(output, 'client', file))).length
  known.set(file, size)
  return size
}
const kib = (/** @type {Iterable<string>} */ files) =>
  [...new Set(files)].reduce((total, file) => total + gzipped(file), 0) / 1024

/**
 * What a browser must fetch to show each route the first time, from the last build: JavaScript and styles, KiB gzip.
 * @returns {Promise<{ route: string, js: number, css: number }[]>}
 */
export async function routeSizes() {
  const { manifest } = await import(pathToFileURL(join(output, 'server/manifest-full.js')).href)
  const { start, app, imports } = manifest._.client
  const nodes = await Promise.all(manifest._.nodes.map((/** @type {() => unknown} */ load) => load()))
  /** @type {{ id: string, page: { layouts: (number | undefined)[], leaf: number } | null }[]} */
  const routes = manifest._.routes
  return routes
    .flatMap(({ id, page }) => {
      if (page === null) return []
      const parts = [...page.layouts, page.leaf].filter((index) => index !== undefined).map((index) => nodes[index])
      const js = [start, app, ...(imports ?? []), ...parts.flatMap((part) => part.imports)].filter(
        (file) => file !== undefined,
      )
      return [
        {
          route: id.replace(/\/\([^)]+\)/g, '') || '/',
          js: kib(js),
          css: kib(parts.flatMap((part) => part.stylesheets)),
        },
      ]
    })
    .toSorted((a, b) => b.js - a.js)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { route, js, css } of await routeSizes())
    process.stdout.write(`${js.toFixed(1).padStart(7)} KiB js ${css.toFixed(1).padStart(6)} KiB css  ${route}\n`)
