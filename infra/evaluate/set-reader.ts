import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { embedderSettings, openReader, readsMeaning, type Reader, type Spoken } from '@enlace/embedding'

/** A reader that keeps what it read in a folder: sets are read again and again, and their texts do not change. */
function keeping(reader: Reader, folder: string): Reader {
  const place = join(folder, reader.id.replaceAll(/[^\w.-]+/g, '-'))
  mkdirSync(place, { recursive: true })
  const fileOf = ({ text, language }: Spoken): string =>
    join(place, createHash('sha256').update(`${language}\n${text}`).digest('hex'))
  return {
    ...reader,
    read: async (texts) => {
      const missing = texts.filter((spoken) => !existsSync(fileOf(spoken)))
      const vectors = await reader.read(missing)
      missing.forEach((spoken, order) =>
        writeFileSync(fileOf(spoken), new Uint8Array(vectors[order]?.buffer ?? new ArrayBuffer(0))),
      )
      return texts.map((spoken) => {
        const bytes = new Uint8Array(readFileSync(fileOf(spoken)))
        return bytes.length === 0 ? null : new Float32Array(bytes.buffer)
      })
    },
  }
}

/** The reader that a command line names, its server from the environment as for the worker; null for none. */
export async function openSetReader(
  flags: { readonly embedder: string; readonly pivot: string; readonly vectors?: string | undefined },
  environment: NodeJS.ProcessEnv,
): Promise<Reader | null> {
  const settings = embedderSettings.parse({ ...environment, EMBEDDER: flags.embedder, PIVOT: flags.pivot })
  if (!readsMeaning(settings)) return null
  const reader = await openReader(settings)
  return flags.vectors === undefined ? reader : keeping(reader, flags.vectors)
}
