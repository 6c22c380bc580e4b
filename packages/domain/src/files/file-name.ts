import { type FileKind, fileKinds } from './file-kind.ts'

const longest = 120
/** Controls, marks that turn the reading direction round, and what some file system reads as more than a letter. */
const unsafe = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff<>:"|?*]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that any system can keep and show: no folders, no hidden letters, and the ending of what the file is. */
export function safeFileName(given: string, kind: FileKind): string {
  const endings: readonly string[] = fileKinds[kind].endings
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(unsafe, '').replace(/\s+/g, ' ').trim()
  const dot = plain.lastIndexOf('.')
  const ending = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase()
  const known = endings.includes(ending)
  const stem = Array.from(known ? plain.slice(0, dot) : plain)
    .slice(0, longest)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${stem === '' || reserved.test(stem) ? `file${stem === '' ? '' : ` ${stem}`}` : stem}.${known ? ending : endings[0]}`
}
