import { spanOf, type Found, type ReadText } from './found.ts'

const longestTitle = 110
const lead = /^(?:[#*•\-\s]|subject:|asunto:|assunto:|re:|title:|titulo:)+/

/** The first line, or as much of the first sentence as a title holds. */
export function findTitle(text: ReadText): Found<string> | null {
  for (const match of text.folded.matchAll(/[^\n]+/g)) {
    const skipped = lead.exec(match[0])?.[0].length ?? 0
    const line = text.written.slice(match.index + skipped, match.index + match[0].length)
    if (!/\p{L}{2}/u.test(line)) continue
    const start = match.index + skipped + (line.length - line.trimStart().length)
    const sentence = /^.*?[.!?](?=\s|$)/.exec(line.trim())?.[0] ?? line.trim()
    const whole = sentence.length <= longestTitle && line.trim().length > longestTitle ? sentence : line.trim()
    if (whole.length <= longestTitle)
      return { value: whole.replace(/[.:;,\s]+$/, ''), spans: [spanOf(text, start, start + whole.length)], check: null }
    const cut = whole
      .slice(0, longestTitle + 1)
      .replace(/\s+\S*$/, '')
      .slice(0, longestTitle)
    return {
      value: cut.replace(/[.:;,\s]+$/, ''),
      spans: [spanOf(text, start, start + cut.length)],
      check: 'shortened',
    }
  }
  return null
}
