import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** A file as text in pieces, unzipped where its name ends in .gz; `source` is known once all of it was read. */
export type OpenList = { readonly text: Readable; readonly source: () => string }

/** Opens a file of an official list; what is wrong with the file itself arrives as an error of the stream. */
export function openList(path: string): OpenList {
  const hash = createHash('sha256')
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const file = createReadStream(path)
  const text: Readable = path.endsWith('.gz')
    ? createGunzip()
    : new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) })
  file.on('error', (error) => counted.destroy(error))
  counted.on('error', (error) => text.destroy(error))
  file.pipe(counted).pipe(text as Transform)
  text.setEncoding('utf8')
  return { text, source: () => `${basename(path)} sha256:${hash.digest('hex').slice(0, 16)}` }
}
