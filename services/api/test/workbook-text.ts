import { readRows } from '@enlace/interchange'

/** What the first sheet of a workbook says, a line for each row, so that it can be looked through as CSV can. */
export async function workbookText(bytes: Buffer): Promise<string> {
  const { rows } = await readRows(
    (async function* () {
      yield bytes
    })(),
  )
  let text = ''
  for await (const row of rows) text += `${JSON.stringify(row)}\n`
  return text
}
