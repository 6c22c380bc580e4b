/** What a number says by how it is shown. */
export type NumberKind = 'number' | 'percent' | 'day' | 'time' | 'moment' | { readonly digits: number }

/** Formats that are known by their number alone; all others are numbers. */
function kindOfId(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent'
  if (id === 22) return 'moment'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
  return 'number'
}

/** What a format's code makes of a number, as in "dd/mm/yyyy", "0.0%" or "00000000". */
export function kindOfCode(code: string): NumberKind {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')
  if (/^0{2,}$/.test(first)) return { digits: first.length }
  if (/^general$/i.test(first)) return 'number'
  if (first.includes('%')) return 'percent'
  const time = /[hs]/i.test(first)
  const day = /[yd]/i.test(first) || (!time && /m/i.test(first))
  if (day) return time ? 'moment' : 'day'
  return time ? 'time' : 'number'
}

/** What numbers say by the id of their format, among formats that the workbook defines itself. */
export const kindOfFormat = (id: number, own: ReadonlyMap<number, string>): NumberKind => {
  const code = own.get(id)
  return code === undefined ? kindOfId(id) : kindOfCode(code)
}
