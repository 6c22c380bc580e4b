import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type FileKind, fileKinds } from './file-kind.ts'
import { safeFileName } from './file-name.ts'

describe('the name a file is kept under', () => {
  it.each([
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['..\\..\\boot.ini', 'txt', 'boot.ini.txt'],
    ['C:\\Users\\Ana\\Certificado ISO 9001.PDF', 'pdf', 'Certificado ISO 9001.pdf'],
    ['a\u0000b.pdf', 'pdf', 'ab.pdf'],
    ['invoice\u202efdp.exe', 'pdf', 'invoicefdp.exe.pdf'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['.pdf', 'pdf', 'file.pdf'],
    ['..', 'png', 'file.png'],
    ['', 'csv', 'file.csv'],
    ['CON.txt', 'txt', 'file CON.txt'],
    ['Año  ñandú.docx', 'docx', 'Año ñandú.docx'],
    ['a"b<c>.csv', 'csv', 'abc.csv'],
  ] as const)('%j as a %s is %j', (given, kind, name) => {
    expect(safeFileName(given, kind)).toBe(name)
  })

  it('always ends as what the file is, has no folder, and is itself safe', () => {
    const kinds = fc.constantFrom(...(Object.keys(fileKinds) as FileKind[]))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), kinds, (given, kind) => {
        const name = safeFileName(given, kind)
        const endings: readonly string[] = fileKinds[kind].endings
        expect(endings).toContain(name.split('.').at(-1))
        expect(name).toMatch(/^[^/\\\p{Cc}.][^/\\\p{Cc}]*$/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(130)
        expect(safeFileName(name, kind)).toBe(name)
      }),
    )
  })
})
