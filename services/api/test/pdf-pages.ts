import { inflateSync } from 'node:zlib'

/** The parts of a PDF that pdfkit wrote, by number: what each says of itself, and its stream. */
function partsOf(pdf: Buffer): ReadonlyMap<string, { readonly head: string; readonly stream: string }> {
  const text = pdf.toString('latin1')
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id = '', body = '']) => {
      const [head = '', raw] = body.split(/\nstream\n/)
      const bytes = raw === undefined ? null : Buffer.from(raw.replace(/\nendstream$/, ''), 'latin1')
      const packed = bytes !== null && head.includes('FlateDecode')
      return [id, { head, stream: (packed ? inflateSync(bytes) : (bytes ?? '')).toString('latin1') }]
    }),
  )
}

/** The letters of a font's subset by their number in it. */
const lettersOf = (map: string): string[] =>
  [...(/beginbfrange\n([^]*?)\nendbfrange/.exec(map)?.[1] ?? '').matchAll(/\[([^\]]*)\]/g)]
    // One glyph may stand for several letters, which are written apart.
    .flatMap(([, row = '']) => row.match(/<[^>]*>/g) ?? [])
    .map((hex) =>
      Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex')
        .swap16()
        .toString('utf16le'),
    )

/** The text on each page of a PDF that pdfkit wrote. */
export function pdfPages(pdf: Buffer): string[] {
  const parts = partsOf(pdf)
  const at = (id: string | undefined): { readonly head: string; readonly stream: string } =>
    parts.get(id ?? '') ?? { head: '', stream: '' }
  const fonts = new Map<string, readonly string[]>()
  for (const { head } of parts.values())
    for (const [, name = '', id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name, lettersOf(at(/\/ToUnicode (\d+)/.exec(at(id).head)?.[1]).stream))
  const pages = [...parts.values()].filter(({ head }) => /\/Type \/Page\n/.test(head))
  return pages.map(({ head }) => {
    let letters: readonly string[] = []
    let said = ''
    const { stream } = at(/\/Contents (\d+)/.exec(head)?.[1])
    for (const [, font, shown = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) letters = fonts.get(font) ?? []
      for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]+)>/g))
        for (const code of hex.match(/.{4}/g) ?? []) said += letters[parseInt(code, 16)] ?? '?'
      if (font === undefined) said += ' '
    }
    return said.replace(/\s+/g, ' ')
  })
}
