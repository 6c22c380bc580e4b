import { textCell, type Cell } from '../cells/cell.ts'
import { column, type Column } from '../cells/column.ts'
import { codesCell } from '../cells/list-cells.ts'

const sides: Readonly<Record<string, string>> = {
  ...{ buyer: 'host', comprador: 'host', compradora: 'host' },
  ...{ supplier: 'visitor', proveedor: 'visitor', proveedora: 'visitor' },
}
/** Which side a firm is on, also as people say it. */
const sideCell: Cell = { read: (text) => sides[text.toLowerCase()] ?? text.toLowerCase(), write: String }

/** Languages by their two letters, whatever their case. */
const languageCell: Cell = { ...codesCell, read: (text) => codesCell.read(text.toLowerCase()) }

/** Names of sessions have blanks and commas in them, so bars and semicolons part them. */
const sessionsCell: Cell = {
  read: (text) =>
    text
      .split(/[;|\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  write: (names) => (names as readonly string[]).join(' | '),
}

/** The columns of a table of participants. An id, a tax number or a name with its country must be there. */
export const participantColumns: readonly Column[] = [
  column('id', 'id', textCell, 'enlace id'),
  column('tax id', 'taxId', textCell, 'nif|nit|rut|ruc|cuit|vat'),
  column('name', 'name', textCell, 'firm|company|nombre|empresa'),
  column('country', 'country', textCell, 'pais'),
  column('side', 'side', sideCell, 'lado'),
  column('type', 'type', textCell, 'tipo|participant type|tipo de participante|kind'),
  column('languages', 'languages', languageCell, 'idiomas'),
  column('absent sessions', 'absent', sessionsCell, 'absent|ausente|sesiones ausentes'),
  column('note', 'note', textCell, 'nota|text|texto'),
]
