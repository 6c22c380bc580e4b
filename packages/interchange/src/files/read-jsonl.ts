import { type FileRow, rowLimit, unreadable } from './file-row.ts'

/** One JSON object a line; `row` is the line's number. Empty lines are passed over. */
export async function* readJsonl(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let row = 0
  for await (const line of lines(text)) {
    row += 1
    if (line === null) yield unreadable(row, 'This line is longer than a million characters.')
    else if (line.trim() !== '') yield parseLine(row, line)
  }
}

function parseLine(row: number, line: string): FileRow {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { row, value: value as Readonly<Record<string, unknown>> }
    return unreadable(row, 'Write one JSON object in each line.')
  } catch {
    return unreadable(row, 'This line is not valid JSON.')
  }
}

/** Lines without their ends; null for one that is too long to hold. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string | null> {
  // Joined only where a line ends, so that a long line costs no more than its length.
  let begun: string[] = []
  let length = 0
  const add = (part: string): void => {
    length += part.length
    if (length <= rowLimit) begun.push(part)
    else begun = []
  }
  const end = (): string | null => {
    const line = length > rowLimit ? null : begun.join('')
    begun = []
    length = 0
    return line
  }
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n')
    add(first)
    for (const part of others) {
      yield end()
      add(part)
    }
  }
  if (length > 0) yield end()
}
