import { SaxesParser } from 'saxes'

import { Problem, workbookProblem } from '@enlace/domain'

/** What is told of a document while it is read; names come without the prefix of their namespace. */
export type XmlReader = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Elements of a workbook lie in each other a few deep. */
const deepest = 64
/** Characters without an element that begins or ends. */
const quietest = 2_000_000

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Tells a reader what stands in an XML document; yields after each piece of its text, so that what was read can be
 * handed on. A document that declares a type is refused: workbooks have none, and entities could be anything.
 * @throws Problem where it is no XML that a workbook has
 */
export async function* parseXml(text: AsyncIterable<string>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  let depth = 0
  let quiet = 0
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    quiet = 0
    if (depth > deepest) refuse()
    reader.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    quiet = 0
    reader.close?.(localName(name))
  })
  const tell = (said: string): void => reader.text?.(said)
  parser.on('text', tell)
  parser.on('cdata', tell)
  for await (const piece of text) {
    quiet += piece.length
    if (quiet > quietest) refuse()
    write(parser, piece)
    yield
  }
  write(parser, null)
  yield
}

/** Reads a document to its end. */
export async function readXml(text: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  for await (const _ of parseXml(text, reader));
}

function write(parser: SaxesParser, piece: string | null): void {
  try {
    if (piece === null) parser.close()
    else parser.write(piece)
  } catch (error) {
    throw error instanceof Problem ? error : workbookProblem('workbook.damaged')
  }
}

function refuse(): never {
  throw workbookProblem('workbook.damaged')
}
