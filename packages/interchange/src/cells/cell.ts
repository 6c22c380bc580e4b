import { isDeepStrictEqual } from 'node:util'

/**
 * How a value stands in one cell of a table. `read` gives a value of the wanted kind, or the text as it is where it
 * cannot: the field's own check then says what is wrong. A structured cell may always be written as JSON.
 */
export type Cell = {
  readonly read: (text: string) => unknown
  readonly write: (value: unknown) => string
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A cell in a short form people write, and in JSON where that would lose something. */
export const structured = (form: {
  readonly read: (text: string) => unknown
  readonly write: (value: never) => string
}): Cell => ({
  read: (text) => (/^[[{]/.test(text) ? json(text) : form.read(text)),
  write: (value) => {
    const short = form.write(value as never)
    return short !== '' && !/^[[{]/.test(short) && isDeepStrictEqual(form.read(short), value)
      ? short
      : JSON.stringify(value)
  },
})

/** A value that has no short form. */
export const jsonCell: Cell = { read: json, write: (value) => JSON.stringify(value) }

export const textCell: Cell = { read: (text) => text, write: (value) => String(value) }

/**
 * A number with a point or a comma before its decimals; groups of three only where both are told apart by it. A percent
 * sign says nothing that the column does not.
 */
export const numberCell: Cell = {
  read: (text) => {
    const plain = text.replace(/[\s\u00a0']/g, '').replace(/%$/, '')
    if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain)) return Number(plain)
    if (/^-?\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'))
    if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
    if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
    return text
  },
  write: (value) => String(value),
}

/** A day as yyyy-mm-dd, or with the day first as in 31/12/2026. */
export const dateCell: Cell = {
  read: (text) => {
    const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
    return day === undefined || month === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  },
  write: (value) => String(value),
}
