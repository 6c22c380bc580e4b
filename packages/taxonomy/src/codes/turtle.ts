/** A Turtle statement (up to its full stop) and the line it begins on, counted from 1. */
export type TurtleStatement = { readonly row: number; readonly text: string }

const longestStatement = 200_000

/** Cuts Turtle into statements while it arrives; a full stop inside a string, an IRI or a name ends nothing. */
export async function* turtleStatements(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<TurtleStatement> {
  let text = ''
  let row = 1
  let line = 1
  let rest = ''
  const take = function* (piece: string): Generator<TurtleStatement> {
    for (const [token] of piece.matchAll(tokens)) {
      if (text === '' && /^\s/.test(token)) {
        line += token.split('\n').length - 1
        continue
      }
      if (text === '') row = line
      line += token.split('\n').length - 1
      if (token.startsWith('#')) continue
      if (token !== '.') text += token
      else {
        yield { row, text: text.trim() }
        text = ''
      }
      if (text.length > longestStatement) throw new Error(`the statement of line ${row} has no end`)
    }
  }
  for await (const chunk of chunks) {
    const ready = rest + chunk
    // What may still grow with the next chunk (an open string, a name) waits for it.
    const end = safeEnd(ready)
    rest = ready.slice(end)
    if (rest.length > longestStatement) throw new Error(`the statement of line ${row} has no end`)
    yield* take(ready.slice(0, end))
  }
  yield* take(rest)
  if (text.trim() !== '') throw new Error(`the statement of line ${row} does not end with a full stop`)
}

const string = String.raw`"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"`
const tokens = new RegExp(
  String.raw`${string}|<[^>\s]*>|#[^\n]*|\s+|\.(?![\p{L}\p{N}_])|[^\s"<#.]+(?:\.(?=[\p{L}\p{N}_])[^\s"<#.]*)*|[\s\S]`,
  'gu',
)

/** The end of the last blank line, behind which no string can be open in the lists we read; 0 where there is none. */
const safeEnd = (text: string): number => {
  const at = text.lastIndexOf('\n\n')
  return at < 0 ? 0 : at + 2
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' }

/** The text of a Turtle string without its quotes and escapes. */
export const turtleText = (literal: string): string =>
  literal
    .replace(/^("""|")([\s\S]*)\1$/, '$2')
    .replace(/\\(?:u([\dA-Fa-f]{4})|(.))/g, (_, code: string | undefined, sign: string) =>
      code === undefined ? (escapes[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16)),
    )
