import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

// Puts a .br and a .gz beside each file of the build that packs well; the API sends them to whoever takes them.
// `node compress.js [quality of brotli, 11 unless told]`: 11 takes sixteen times as long as 9, for 9 % less to send.
const build = fileURLToPath(new URL('build', import.meta.url))
const quality = Number(process.argv[2] ?? constants.BROTLI_MAX_QUALITY)
const packsWell = /\.(html|js|json|css|svg|xml|wasm|webmanifest|txt)$/

/** @type {Record<'br' | 'gz', (content: Buffer) => Promise<Buffer>>} */
const packings = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gz: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
}

const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => packsWell.test(name))
await Promise.all(
  files.map(async (name) => {
    const content = await readFile(join(build, name))
    for (const [ending, pack] of Object.entries(packings)) {
      await writeFile(join(build, `${name}.${ending}`), await pack(content))
    }
  }),
)
