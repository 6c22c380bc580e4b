import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

// Puts a .br and a .gz beside each file of the build that packs well; the API sends them to whoever takes them.
// `node compress.js [quality of brotli, 11 unless told]`: 11 takes sixteen times as long as 9, for 9 % less to send.
const build = fileURLToPath(new URL('build', import.meta.url))
const quality = Number(process.argv[2] ?? constants.BROTLI_MAX_QUALITY)
const packsWell = /\.(html|js|json|css|svg|xml|wasm|webmanifest|txt)$/
/** What fits into one packet anyway is not worth a second file. */
const leastBytes = 1024

const settings = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }
/** @type {(file: string) => Promise<void>} */
const pack = async (file) => {
  const content = readFileSync(file)
  if (content.length < leastBytes) return
  const packed = {
    br: await promisify(brotliCompress)(content, settings),
    gz: await promisify(gzip)(content, { level: 9 }),
  }
  for (const [ending, bytes] of Object.entries(packed)) writeFileSync(`${file}.${ending}`, bytes)
}
const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => packsWell.test(name))
await Promise.all(files.map((name) => pack(join(build, name))))
