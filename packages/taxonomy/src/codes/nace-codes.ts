import { tidyLabel, type CodeRow } from './official-code.ts'
import { turtleStatements, turtleText } from './turtle.ts'

const codePattern = /^(?:[A-U]|\d{2}(?:\.\d{1,2})?)$/
const notation = /skos:notation\s+("(?:[^"\\]|\\.)*")/
const broader = /skos:broader\s+nace:([A-Z0-9.]+)/
const level = /:level\s+(\d+)/
const label =
  /skos:prefLabel\s+((?:"""[\s\S]*?"""|"(?:[^"\\]|\\.)*")@[a-z]{2}(?:\s*,\s*(?:"""[\s\S]*?"""|"(?:[^"\\]|\\.)*")@[a-z]{2})*)/
const oneLabel = /("""[\s\S]*?"""|"(?:[^"\\]|\\.)*")@([a-z]{2})/g

function rowOf(row: number, text: string): CodeRow {
  const code = turtleText(notation.exec(text)?.[1] ?? '""').trim()
  if (!codePattern.test(code))
    return {
      row,
      fault: `"${code}" is not a NACE code: a letter A to U, or two digits with one or two more after a full stop.`,
    }
  const labels: Record<string, string> = {}
  for (const [, literal = '', language = ''] of (label.exec(text)?.[1] ?? '').matchAll(oneLabel)) {
    const told = tidyLabel(turtleText(literal))
    if (told !== '') labels[language] = sentenceCase(told)
  }
  if (Object.keys(labels).length === 0) return { row, fault: `The code ${code} has no skos:prefLabel with a language.` }
  const told = Number(level.exec(text)?.[1] ?? Number.NaN)
  if (!Number.isInteger(told) || told < 1 || told > 4)
    return { row, fault: `The code ${code} has no level from 1 to 4.` }
  return { row, code: { scheme: 'NACE', code, labels, parent: broader.exec(text)?.[1] ?? null, level: told } }
}

/** Sections are told in capitals; a list of names reads better without. */
const sentenceCase = (text: string): string =>
  text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text

/** NACE Rev. 2 as Turtle with SKOS concepts, statement by statement; what is no concept is passed over. */
export async function* parseNaceCodes(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CodeRow> {
  for await (const { row, text } of turtleStatements(chunks)) {
    if (/(?:rdf:type|\ba)\s+skos:Concept(?![A-Za-z])/.test(text)) yield rowOf(row, text)
  }
}
