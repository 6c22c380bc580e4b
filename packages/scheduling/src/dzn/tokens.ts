import { DznError } from './dzn-error.ts'

/** A name, a number or a sign, and the line where it stands. */
export type Token = { readonly text: string; readonly line: number }

const word = /\s+|%[^\n]*|[A-Za-z]\w*|\d+|\[\||\|\]|[[\]{}|,;=]/y

/** The tokens of a text in the published format, without blanks and comments. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let line = 1
  word.lastIndex = 0
  while (word.lastIndex < text.length) {
    const at = word.lastIndex
    const found = word.exec(text)?.[0]
    if (found === undefined) throw new DznError('dzn.malformed', line, `"${text[at]}" has no meaning here`)
    if (!/^[\s%]/.test(found)) tokens.push({ text: found, line })
    line += found.split('\n').length - 1
  }
  return tokens
}
