const [open, close] = ['\u2063', '\u2064']

/** Stands for a choice inside a translated sentence, so that each language puts its words around it. */
export const slot = (id: string): string => `${open}${id}${close}`

export type SentencePart = { readonly text: string } | { readonly slot: string }

/** Takes a sentence with slots apart, in the order the language wants. */
export const partsOf = (sentence: string): readonly SentencePart[] =>
  sentence
    .split(new RegExp(`(${open}[^${close}]*${close})`))
    .filter((part) => part.trim() !== '')
    .map((part) => (part.startsWith(open) ? { slot: part.slice(1, -1) } : { text: part.trim() }))
