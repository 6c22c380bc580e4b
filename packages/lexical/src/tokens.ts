/** Words beyond this many say nothing new of one entry; they cannot be used to stuff it either. */
export const longestText = 2000

/** Words and numbers of a text, folded: lower case without accents, a bounded number of them. */
export function tokens(text: string): readonly string[] {
  const folded = text
    .slice(0, longestText * 12)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, longestText)
}
