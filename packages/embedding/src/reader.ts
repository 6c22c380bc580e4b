import type { Embedder } from './embedder.ts'
import { hasApertium, toEnglish, turnsToEnglish } from './pivot/apertium.ts'

/** A text and its language, as two letters. */
export type Spoken = { readonly text: string; readonly language: string }

/** Reads what texts mean; `id` says by which model and on which way. */
export type Reader = Pick<Embedder, 'id' | 'dims' | 'close'> & {
  /** Null for a text in a language that it does not know: what it would say of that misleads. */
  readonly read: (texts: readonly Spoken[]) => Promise<readonly (Float32Array | null)[]>
}

/** Reads texts as they are. */
export const plainReader = (embedder: Embedder): Reader => ({
  id: embedder.id,
  dims: embedder.dims,
  close: embedder.close,
  read: async (texts) => {
    const { languages } = embedder
    const known = texts.filter(({ language }) => languages === null || languages.includes(language))
    const vectors = (await embedder.embed(known.map(({ text }) => text))).values()
    return texts.map((spoken) => (known.includes(spoken) ? (vectors.next().value ?? null) : null))
  },
})

/** The texts with those in English that the program can turn; one call a language. */
async function inEnglish(texts: readonly Spoken[]): Promise<readonly Spoken[]> {
  const all = [...texts]
  for (const language of new Set(texts.map((spoken) => spoken.language)).values()) {
    if (!turnsToEnglish(language)) continue
    const places = texts.flatMap((spoken, place) => (spoken.language === language ? [place] : []))
    const english = await toEnglish(
      places.map((place) => texts[place]?.text ?? ''),
      language,
    )
    places.forEach((place, order) => (all[place] = { text: english[order] ?? '', language: 'en' }))
  }
  return all
}

/** Turns texts into English before they are read, for models that know English best; where the program is missing, reads them as they are. */
export async function pivotReader(embedder: Embedder): Promise<Reader> {
  const plain = plainReader(embedder)
  if (!(await hasApertium())) return plain
  return { ...plain, id: `${embedder.id}+apertium`, read: async (texts) => plain.read(await inEnglish(texts)) }
}
