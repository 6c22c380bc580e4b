import type { Embedder } from './embedder.ts'
import { hasApertium, toEnglish } from './pivot/apertium.ts'

export type Spoken = { readonly text: string; readonly language: string }

/** Reads what texts mean, whatever language they are in; `id` says by which model and on which way. */
export type Reader = Pick<Embedder, 'id' | 'dims' | 'close'> & {
  readonly read: (texts: readonly Spoken[]) => Promise<readonly Float32Array[]>
}

/** Reads texts as they are. */
export const plainReader = (embedder: Embedder): Reader => ({
  ...embedder,
  read: (texts) => embedder.embed(texts.map(({ text }) => text)),
})

/** Turns texts into English before they are read, for models that know English alone; where the program is missing, reads them as they are. */
export async function pivotReader(embedder: Embedder): Promise<Reader> {
  if (!(await hasApertium())) return plainReader(embedder)
  return {
    ...embedder,
    id: `${embedder.id}+apertium`,
    read: async (texts) => {
      const english = texts.map(({ text }) => text)
      for (const language of new Set(texts.map((spoken) => spoken.language))) {
        const places = texts.flatMap((spoken, place) => (spoken.language === language ? [place] : []))
        const turned = await toEnglish(
          places.map((place) => english[place] ?? ''),
          language,
        )
        places.forEach((place, order) => (english[place] = turned[order] ?? ''))
      }
      return embedder.embed(english)
    },
  }
}
