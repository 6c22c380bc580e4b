import { describe, expect, it } from 'vitest'

import { type FileLook, fileKinds, judgeFile } from './file-kind.ts'

const head = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)),
  )
const look = (bytes: Uint8Array, more: Partial<FileLook> = {}): FileLook => ({
  head: bytes,
  isText: false,
  zipNames: null,
  ...more,
})
const office = (...names: string[]): FileLook =>
  look(head('PK', [3, 4]), { zipNames: ['[Content_Types].xml', ...names] })

const looks = {
  pdf: look(head('%PDF-1.7'), { isText: true }),
  png: look(head([0x89], 'PNG\r\n', [0x1a, 0x0a])),
  jpeg: look(head([0xff, 0xd8, 0xff, 0xe0])),
  webp: look(head('RIFF', [1, 2, 3, 4], 'WEBP')),
  docx: office('word/document.xml'),
  xlsx: office('xl/workbook.xml'),
  text: look(head('a;b;c\n'), { isText: true }),
  html: look(head('\u00ef\u00bb\u00bf \n<!doctype html>'), { isText: true }),
  svg: look(head('<svg xmlns="http://www.w3.org/2000/svg">'), { isText: true }),
  macros: office('word/document.xml', 'word/vbaProject.bin'),
  archive: look(head('PK', [3, 4]), { zipNames: ['holiday.jpg'] }),
  program: look(head('MZ', [0x90, 0])),
  sound: look(head('RIFF', [1, 2, 3, 4], 'WAVE')),
} satisfies Record<string, FileLook>

const judged = (name: string, type: string, seen: FileLook): string => {
  try {
    return judgeFile(name, type, seen)
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a file', () => {
  it.each([
    ['a.pdf', 'application/pdf', 'pdf', 'pdf'],
    ['A.PDF', '', 'pdf', 'pdf'],
    ['scan', 'application/pdf', 'pdf', 'pdf'],
    ['scan', 'application/octet-stream', 'png', 'png'],
    ['a.jpg', 'image/jpeg', 'jpeg', 'jpeg'],
    ['a.jpeg', 'image/jpg', 'jpeg', 'jpeg'],
    ['a.webp', 'image/webp', 'webp', 'webp'],
    ['a.docx', fileKinds.docx.type, 'docx', 'docx'],
    ['a.xlsx', 'application/octet-stream', 'xlsx', 'xlsx'],
    ['a.csv', 'application/vnd.ms-excel', 'text', 'csv'],
    ['a.csv', 'text/plain; charset=utf-8', 'text', 'csv'],
    ['a.txt', 'text/plain', 'text', 'txt'],
  ] as const)('%s sent as %j with the bytes of a %s is taken as %s', (name, type, seen, kind) => {
    expect(judged(name, type, looks[seen])).toBe(kind)
  })

  it.each([
    ['a.pdf', 'application/pdf', 'program'],
    ['a.pdf', 'application/pdf', 'text'],
    ['a.png', 'image/png', 'svg'],
    ['a.png', 'image/png', 'jpeg'],
    ['a.jpg', 'image/png', 'png'],
    ['a.csv', 'text/csv', 'html'],
    ['a.txt', 'text/plain', 'pdf'],
    ['a.docx', '', 'archive'],
    ['a.docx', '', 'xlsx'],
    ['a.docx', '', 'macros'],
    ['a.webp', '', 'sound'],
    ['a', 'application/pdf', 'png'],
    ['a.txt', 'text/csv', 'text'],
  ] as const)('%s sent as %j with the bytes of a %s lies', (name, type, seen) => {
    expect(judged(name, type, looks[seen])).toBe('file.lies')
  })

  it.each([
    ['a.svg', 'image/svg+xml', 'svg'],
    ['a.html', 'text/html', 'html'],
    ['a.exe', 'application/octet-stream', 'program'],
    ['a.docm', '', 'macros'],
    ['a.zip', 'application/zip', 'archive'],
    ['a.pdf', 'text/html', 'pdf'],
    ['a', '', 'program'],
    ['a', '', 'svg'],
  ] as const)('%s sent as %j with the bytes of a %s is of no type we take', (name, type, seen) => {
    expect(judged(name, type, looks[seen])).toBe('file.type')
  })
})
