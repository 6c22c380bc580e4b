import { Problem } from '../problem.ts'

/** What may be uploaded: the media type it is kept and sent with, the endings of its name, and what browsers call it. */
export const fileKinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'], called: [] },
  png: { type: 'image/png', endings: ['png'], called: [] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'], called: ['image/jpg'] },
  webp: { type: 'image/webp', endings: ['webp'], called: [] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    called: [],
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'], called: [] },
  csv: { type: 'text/csv', endings: ['csv'], called: ['text/plain', 'application/csv', 'application/vnd.ms-excel'] },
  txt: { type: 'text/plain', endings: ['txt'], called: [] },
} as const satisfies Record<string, { type: string; endings: readonly string[]; called: readonly string[] }>
export type FileKind = keyof typeof fileKinds

const kinds = Object.keys(fileKinds) as FileKind[]
const isOneOf = (list: readonly string[], value: string): boolean => list.includes(value)

/** What was seen of a file while it came in. */
export type FileLook = {
  /** Its first bytes, at least 16 where it has them. */
  readonly head: Uint8Array
  /** Whether it holds no byte that plain text never holds. */
  readonly isText: boolean
  /** The names in a zip archive's directory; null where it is none. */
  readonly zipNames: readonly string[] | null
  /** How many bytes the archive says that it unfolds to. */
  readonly zipUnfolds?: number | undefined
}

const headBytes = 4096
/** Bytes that plain text in any usual encoding of one byte or UTF-8 never holds: controls but tab, line feed, form feed and return. */
const neverInText = new Set(
  Array.from({ length: 32 }, (_, byte) => byte).filter((byte) => ![9, 10, 12, 13].includes(byte)),
)

/** What is seen of a file's bytes as they go by: the first of them, and whether all are plain text. */
export class HeadLook {
  #head: Uint8Array = new Uint8Array()
  isText = true

  get head(): Uint8Array {
    return this.#head
  }

  see(chunk: Uint8Array): void {
    if (this.#head.length < headBytes)
      this.#head = Uint8Array.from([...this.#head, ...chunk.subarray(0, headBytes - this.#head.length)])
    if (this.isText) this.isText = !chunk.some((byte) => neverInText.has(byte))
  }
}

const bytes = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const starts: readonly (readonly [FileKind, readonly number[], offset: number, also?: readonly number[]])[] = [
  ['pdf', bytes('%PDF-'), 0],
  ['png', [0x89, ...bytes('PNG\r\n'), 0x1a, 0x0a], 0],
  ['jpeg', [0xff, 0xd8, 0xff], 0],
  ['webp', bytes('WEBP'), 8, bytes('RIFF')],
]
const hasAt = (head: Uint8Array, wanted: readonly number[], offset: number): boolean =>
  wanted.every((byte, at) => head[offset + at] === byte)

/** Markup would run in a browser that takes it for a page, so it is no plain text here. */
const isMarkup = (head: Uint8Array): boolean =>
  /^[\ufeff\s\u00ef\u00bb\u00bf]*</.test(String.fromCharCode(...head.slice(0, 512)))

function officeKind(names: readonly string[]): FileKind | null {
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** What the bytes themselves may be; empty where they are nothing we take. */
export function kindsByContent({ head, isText, zipNames }: FileLook): readonly FileKind[] {
  if (zipNames !== null) return [officeKind(zipNames)].filter((kind) => kind !== null)
  const found = starts.find(([, start, offset, also]) => hasAt(head, start, offset) && hasAt(head, also ?? [], 0))
  if (found !== undefined) return [found[0]]
  return isText && !isMarkup(head) ? ['csv', 'txt'] : []
}

const says = (path: string, message: string) => [{ path, code: 'file', message }]
const takes = 'Send a PDF, a PNG, JPEG or WebP picture, a Word or Excel file (.docx, .xlsx) or plain text (.csv, .txt).'

/**
 * The kind of a file that came with a name and a media type. What it says of itself must be something we take and must
 * agree with its bytes; a name without an ending and the type "some bytes" say nothing.
 */
export function judgeFile(name: string, type: string, look: FileLook): FileKind {
  const ending = /\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase()
  const called = type.split(';')[0]?.trim().toLowerCase() ?? ''
  const isVague = called === '' || called === 'application/octet-stream'
  const byName = kinds.filter((kind) => ending === undefined || isOneOf(fileKinds[kind].endings, ending))
  const byType = kinds.filter(
    (kind) => isVague || fileKinds[kind].type === called || isOneOf(fileKinds[kind].called, called),
  )
  if (byName.length === 0 || byType.length === 0)
    throw new Problem('file.type', `Files of this type cannot be kept. ${takes}`, says('body.file', takes))
  const kind = kindsByContent(look).find((each) => byName.includes(each) && byType.includes(each))
  if (kind !== undefined) return kind
  if (ending === undefined && isVague)
    throw new Problem('file.type', `Files of this type cannot be kept. ${takes}`, says('body.file', takes))
  throw new Problem(
    'file.lies',
    `This file is not what its name or type says. Save it again as what it is. ${takes}`,
    says('body.file', 'Its content does not fit its name or type.'),
  )
}
